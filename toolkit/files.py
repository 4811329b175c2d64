"""Files at the border: bounded reading of what users give, whole-or-nothing writing of what they get."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from toolkit.errors import InputError, OutputError

STDIO = "-"
"""The name that stands for standard input or standard output."""


def shown(name: str, stream: str = "standard input") -> str:
    """How a message calls the file `name`."""
    return stream if name == STDIO else name


def read_bytes(name: str, *, limit: int) -> bytes:
    """The bytes of the file `name` (`-`: standard input).

    Raises `InputError` when it cannot be read, is empty, or is larger than `limit` bytes.
    """
    try:
        if name == STDIO:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError(f"no such file: {name}", hint="check the name and the folder") from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder, not a file") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{name!r} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > limit:
        raise InputError(
            f"{shown(name)} is larger than {limit // 2**20} MB", hint="cut it into smaller files"
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(f"{shown(name)} is empty")
    return data


def write_whole(outputs: dict[str, str], *, encoding: str = "utf-8") -> None:
    """Write each text to the file it is keyed by (`-`: standard output): each file whole or not at all.

    All texts are first written beside their targets under a name of their own, then renamed, so that a full
    disk or an interruption leaves older files as they were.

    Raises `OutputError` when a file cannot be written; nothing half written is left.
    """
    parts: dict[Path, Path] = {}
    try:
        for name, text in outputs.items():
            if name != STDIO:
                target = Path(name)
                part = _part(target)
                parts[part] = target
                _write(part, text.encode(encoding))
        for part, target in parts.items():
            part.replace(target)
    except OSError as error:
        target = parts[part]
        raise OutputError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    if STDIO in outputs:
        sys.stdout.buffer.write(outputs[STDIO].encode(encoding))
        sys.stdout.buffer.flush()


@contextmanager
def open_whole(name: str, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A text file to write piece by piece (`-`: standard output) that appears whole, or not at all.

    Raises `OutputError` when it cannot be written.
    """
    if name == STDIO:
        with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding=encoding, newline="") as output:
            yield output
        return
    target = Path(name)
    part = _part(target)
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def check_writable(name: str) -> None:
    """Raise `OutputError` now, before any work is done, when `name` can clearly not be written later."""
    target = Path(name)
    if name != STDIO and target.is_dir():
        raise OutputError(f"{name} is a folder", hint="give a file name")
    if name != STDIO and not target.parent.is_dir():
        raise OutputError(f"there is no folder {target.parent}", hint="make it first")


def _part(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

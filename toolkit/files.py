"""Files at the border: bounded reading of what users give, whole-or-nothing writing of what they get."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from toolkit.errors import InputError, OutputError, UsageError

STDIO = "-"
"""The name that stands for standard input or standard output."""


def shown(name: str, stream: str = "standard input") -> str:
    """How a message calls the file `name`."""
    return stream if name == STDIO else name


def read_bytes(name: str, *, limit: int) -> bytes:
    """The bytes of the file `name` (`-`: standard input).

    Raises `InputError` when it cannot be read, is empty, or is larger than `limit` bytes.
    """
    if not name:
        raise InputError("an input has an empty name")
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
    disk or an interruption leaves older files as they were. What is no plain file (a device, a pipe) is
    written to directly.

    Raises `OutputError` when a file cannot be written; nothing half written is left.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(open_whole(name, encoding=encoding)) for name in outputs]
        for file, text in zip(files, outputs.values(), strict=True):
            file.write(text)
            file.flush()


@contextmanager
def open_whole(name: str, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A text file to write piece by piece (`-`: standard output) that appears whole, or not at all.

    A link is followed, and an older file's permissions are kept. Raises `OutputError` when it cannot be
    written.
    """
    if name == STDIO:
        with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding=encoding, newline="") as output:
            yield output
        return
    target = Path(os.path.realpath(name))
    plain = target.is_file() or not target.exists()
    part = _part(target) if plain else target
    try:
        with part.open("w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            if plain:
                os.fsync(file.fileno())
        if plain:
            if target.exists():
                part.chmod(target.stat().st_mode & 0o7777)
            part.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{name} cannot be written: {error.strerror or error}", hint=_ELSEWHERE) from error
    finally:
        if plain:
            part.unlink(missing_ok=True)


_ELSEWHERE = "is the disk full, or the folder read-only?"


def check_outputs(outputs: Sequence[str | None], inputs: Sequence[str]) -> None:
    """Refuse, before any work is done, outputs that can clearly not be written, or would destroy something.

    Raises `UsageError` when two outputs are one file or an output is an input, and `OutputError` when there
    is no such folder.
    """
    taken = {os.path.realpath(name): "an input" for name in inputs if name != STDIO}
    for name in outputs:
        if name is None:
            continue
        real = name if name == STDIO else os.path.realpath(name)
        if not name:
            raise UsageError("an output has an empty name")
        if real in taken:
            message = f"{shown(name, 'standard output')} is {taken[real]} too"
            raise UsageError(message, hint="give another name")
        taken[real] = "another output"
        if name != STDIO and Path(real).is_dir():
            raise OutputError(f"{name} is a folder", hint="give a file name")
        if name != STDIO and not Path(real).parent.is_dir():
            raise OutputError(f"there is no folder {Path(real).parent}", hint="make it first")


def _part(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")

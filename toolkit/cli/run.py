"""How every command ends: one clear line for an error, and an exit code a script can rely on.

| code | meaning |
|---|---|
| 0 | nothing flagged |
| 1 | something flagged (see `--fail-on`) |
| 2 | the command was called wrongly, or an input cannot be used |
| 3 | could not run: damaged model, full disk |
| 130 | interrupted |
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from toolkit.errors import VerbatimError

FLAGGED, FAILED, INTERRUPTED = 1, 3, 130


def run(command: Callable[[], object], name: str) -> None:
    """Run `command` and exit with its code; errors become one line on standard error.

    An error nobody foresaw is one line too; `VERBATIM_DEBUG=1` shows where it came from.
    """
    signal.signal(signal.SIGINT, lambda *_: sys.exit(INTERRUPTED))
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough (head, less) ends the command quietly, as other commands do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    try:
        try:
            command()
        finally:
            sys.stdout.flush()
    except VerbatimError as error:
        print(f"{name}: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"{name}: hint: {error.hint}", file=sys.stderr)
        sys.exit(error.exit_code)
    except OSError as error:
        print(f"{name}: standard output cannot be written: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except Exception as error:
        if os.environ.get("VERBATIM_DEBUG"):
            raise
        print(f"{name}: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        print(f"{name}: hint: set VERBATIM_DEBUG=1 to see where; please report it", file=sys.stderr)
        sys.exit(FAILED)

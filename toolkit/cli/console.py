"""Where commands write: tables to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_IN_FILE = 120
"""Columns of a table that is piped into a file or another program."""


def say(message: str, *, quiet: bool = False) -> None:
    """One line on standard error, unless `quiet`."""
    if not quiet:
        print(message, file=sys.stderr)


def table_console(*, no_color: bool = False) -> Console:
    """A console on standard output as wide as the terminal, or `WIDTH_IN_FILE` where there is none."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_IN_FILE
    return Console(no_color=no_color or None, width=width, highlight=False, markup=False, emoji=False)

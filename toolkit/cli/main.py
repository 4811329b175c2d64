"""`toolkit COMMAND`: everything beside `verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit import __version__
from toolkit.cli.quotes import quotes
from toolkit.cli.run import run
from toolkit.cli.score import score
from toolkit.cli.translate import translate
from toolkit.cli.verify import verify

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True
)
app.command()(verify)
app.command()(quotes)
app.command()(translate)
app.command()(score)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"verbatim-toolkit {__version__}")
        raise typer.Exit


@app.callback()
def toolkit(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Verify translated quotations: find quotes, translate, match, score, and flag what was mistranslated."""


def main() -> None:
    """The console script `toolkit`."""
    run(app, "toolkit")

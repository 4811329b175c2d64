"""`toolkit quotes ARTICLE`: the quoted statements and who made them."""

from __future__ import annotations

from typing import Annotated

import typer


def quotes(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="The Arabic article, a text file; - reads standard input."),
    ],
    json: Annotated[
        str | None, typer.Option(metavar="OUT", help="Write JSON here; - is standard output.")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours in the table.")] = False,
) -> None:
    """Find every quoted statement of an Arabic ARTICLE, with its place, speaker, cue and kind."""
    from toolkit.files import check_outputs, write_whole
    from toolkit.quotes import find_quotes
    from toolkit.read import read_article

    check_outputs([json], [article])
    found = find_quotes(read_article(article))
    if json is not None:
        from toolkit.report.quotes import quotes_json

        write_whole({json: quotes_json(found)})
    else:
        from toolkit.cli.console import table_console
        from toolkit.report.quotes import print_quotes

        print_quotes(found, table_console(no_color=no_color))

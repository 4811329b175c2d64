"""`verify ARTICLE`: which quotes of an Arabic article are likely mistranslated."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toolkit.cli.run import FLAGGED, run

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class FailOn(StrEnum):
    """From which verdict on the exit code is 1."""

    mistranslated = "mistranslated"
    check = "check"
    never = "never"


@app.command()
def verify(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="The Arabic article, a text file; - reads standard input."),
    ],
    references: Annotated[
        list[str] | None,
        typer.Option(
            "--references",
            "-r",
            metavar="FILE",
            help="Original English statements: JSON Lines (id, text, speaker, date, url), or a plain text. "
            "May be given several times.",
        ),
    ] = None,
    csv: Annotated[
        str | None, typer.Option(metavar="OUT", help="Write the discrepancy report as CSV.")
    ] = None,
    json: Annotated[str | None, typer.Option(metavar="OUT", help="Write everything as JSON.")] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Mark the CSV as UTF-8 for Excel (a BOM).")] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which verdict on to exit with 1.")
    ] = FailOn.mistranslated,
    model: Annotated[str, typer.Option(metavar="NAME|FOLDER", help="The translation model.")] = "ar-en",
    threads: Annotated[int | None, typer.Option(min=1, help="Cores to use; all by default.")] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No table and no notes, only files and the exit code.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours in the table.")] = False,
) -> None:
    """Find every quoted statement of an Arabic ARTICLE, and flag those that are likely mistranslated.

    Each quote is translated locally, matched with the English statement it renders, scored and checked. The
    verdict is faithful, mistranslated, check (a person should look), no_reference, or unreliable (our own
    translation cannot be trusted here). Nothing is sent anywhere.

    Exit code: 0 nothing flagged, 1 something flagged, 2 misuse or unusable input, 3 could not run.
    """
    from toolkit.cli.console import say, table_console
    from toolkit.errors import UsageError
    from toolkit.files import STDIO, check_outputs, write_whole
    from toolkit.modelling import load_engine
    from toolkit.pipeline import verify as verify_article
    from toolkit.read import read_article
    from toolkit.references import read_references
    from toolkit.report.csv import report_to_csv
    from toolkit.report.json import report_to_json
    from toolkit.report.terminal import print_report

    check_outputs([csv, json], [article, *(references or [])])
    if excel and csv is None:
        raise UsageError("--excel marks a CSV", hint="add --csv OUT")
    text = read_article(article)
    known = read_references(references or [])
    for problem in known.problems:
        say(f"verify: {problem}")
    if not references:
        say(
            "verify: no --references given: the quotes are found and translated, but not checked", quiet=quiet
        )
    report = verify_article(text, known.statements, load_engine(model, threads=threads))
    outputs = {}
    if csv is not None:
        outputs[csv] = ("\ufeff" if excel else "") + report_to_csv(report)
    if json is not None:
        outputs[json] = report_to_json(report)
    write_whole(outputs)
    if not quiet and STDIO not in outputs:
        print_report(report, table_console(no_color=no_color))
    for name in outputs:
        if name != STDIO:
            say(f"verify: wrote {name}", quiet=quiet)
    raise typer.Exit(_exit_code(report.labels, fail_on))


def _exit_code(labels: frozenset[str], fail_on: FailOn) -> int:
    flagged = {
        FailOn.never: set[str](),
        FailOn.mistranslated: {"mistranslated"},
        FailOn.check: {"mistranslated", "check"},
    }
    return FLAGGED if labels & flagged[fail_on] else 0


def main() -> None:
    """The console script `verify`."""
    run(app, "verify")

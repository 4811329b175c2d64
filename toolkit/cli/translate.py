"""`toolkit translate FILE`: one line in, one line out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Code(StrEnum):
    """The languages the shipped model knows."""

    ar = "ar"
    en = "en"


def translate(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A text file, one sentence or paragraph a line; - reads standard input."
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="Where to write; - is standard output.")
    ] = "-",
    origin: Annotated[Code, typer.Option("--from", help="The language of the file.")] = Code.ar,
    to: Annotated[Code, typer.Option("--to", help="The language to translate to.")] = Code.en,
    model: Annotated[str, typer.Option(metavar="NAME|FOLDER", help="The translation model.")] = "ar-en",
    threads: Annotated[int | None, typer.Option(min=1, help="Cores to use; all by default.")] = None,
) -> None:
    """Translate FILE locally, line by line: line n of the output is the translation of line n."""
    from toolkit.errors import UsageError
    from toolkit.files import check_outputs
    from toolkit.lines import translate_lines
    from toolkit.modelling import load_engine

    if origin == to:
        raise UsageError(f"--from and --to are both {to.value}", hint="translate ar to en, or en to ar")
    check_outputs([output], [file])
    translate_lines(file, output, load_engine(model, threads=threads), origin=origin.value, to=to.value)

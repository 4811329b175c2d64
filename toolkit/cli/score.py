"""`toolkit score PAIRS.tsv`: judge bilingual pairs in bulk."""

from __future__ import annotations

from typing import Annotated

import typer


def score(
    pairs: Annotated[
        str,
        typer.Argument(metavar="PAIRS", help="A tab-separated table with the columns id, source, reference."),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="The CSV to write; - is standard output.")
    ] = "-",
    model: Annotated[str, typer.Option(metavar="NAME|FOLDER", help="The translation model.")] = "ar-en",
    threads: Annotated[int | None, typer.Option(min=1, help="Cores to use; all by default.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Say of each pair how likely its Arabic source misrenders its English reference.

    Every row is kept with all its columns, and gets: translation, chrf2, bleu, p_mistranslated (0 to 1,
    always there), verdict, findings (kinds joined by ;), evidence.
    """
    from toolkit.cli.console import say
    from toolkit.files import check_outputs
    from toolkit.modelling import load_engine
    from toolkit.pairs import score_pairs

    check_outputs([output], [pairs])
    counts = score_pairs(pairs, output, load_engine(model, threads=threads))
    total = sum(counts.values())
    shares = ", ".join(f"{count} {label}" for label, count in sorted(counts.items()))
    say(f"toolkit score: {total} pairs: {shares}", quiet=quiet)

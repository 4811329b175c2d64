"""The commands as a user types them: output, files, exit codes, and one clear line for every bad input."""

from __future__ import annotations

import csv
import io
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from toolkit.cli import main as toolkit_command
from toolkit.cli import verify as verify_command
from toolkit.modelling.folder import open_model
from toolkit.report.rows import COLUMNS

ARTICLE = "وقال وزير النقل سمير حداد: «لن نبيع أكثر من 30 طائرة للحكومة هذا العام».\n"
REFERENCE = '{"id": "r1", "text": "We will not sell more than %s planes to the government this year.", '
REFERENCE += '"speaker": "Samir Haddad"}\n'


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(name: str, *arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            (verify_command if name == "verify" else toolkit_command).main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(int(stopped.value.code or 0), out.decode(), err.decode())

    return command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _references(folder: Path, number: int) -> Path:
    path = folder / "references.jsonl"
    path.write_text(REFERENCE % number, encoding="utf-8")
    return path


def test_a_changed_number_is_flagged(run: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.csv"
    done = run("verify", article, "--references", _references(tmp_path, 13), "--csv", out)
    assert done.code == 1
    assert "mistranslated" in done.out
    assert "13" in done.out
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    row = rows[0]
    assert (row["verdict"], row["findings"], row["reference_id"]) == ("mistranslated", "number", "r1")
    assert ARTICLE[int(row["start"]) : int(row["end"])] == row["source"]
    assert row["speaker"] == "وزير النقل سمير حداد"
    assert "chrF2|" in row["signature"]


def test_a_faithful_quote_is_not(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("verify", article, "--references", _references(tmp_path, 30), "--fail-on", "check")
    assert (done.code, "faithful" in done.out) == (0, True)


@pytest.mark.parametrize(("fail_on", "code"), [("mistranslated", 1), ("check", 1), ("never", 0)])
def test_fail_on(run: Run, article: Path, tmp_path: Path, fail_on: str, code: int) -> None:
    references = _references(tmp_path, 13)
    assert run("verify", article, "-r", references, "--fail-on", fail_on, "-q").code == code


def test_json_and_csv_on_standard_output_are_pure(run: Run, article: Path, tmp_path: Path) -> None:
    references = _references(tmp_path, 13)
    report = json.loads(run("verify", article, "-r", references, "--json", "-").out)
    assert report["quotes"][0]["verdict"] == "mistranslated"
    finding = report["quotes"][0]["judgement"]["findings"][0]
    start, end = finding["source_span"]
    assert report["quotes"][0]["quote"]["source"][start:end].startswith("30")
    out = run("verify", article, "-r", references, "--csv", "-", "--excel").out
    assert out.startswith("\ufeffarticle,")


def test_without_references_quotes_are_translated_but_not_judged(run: Run, article: Path) -> None:
    done = run("verify", article)
    assert (done.code, "no reference" in done.out, "no --references" in done.err) == (0, True, True)


def test_a_broken_reference_line_is_named_and_the_rest_used(run: Run, article: Path, tmp_path: Path) -> None:
    references = tmp_path / "r.jsonl"
    references.write_text("{broken\n" + REFERENCE % 13, encoding="utf-8")
    done = run("verify", article, "-r", references)
    assert (done.code, "line 1" in done.err) == (1, True)


def test_quiet_prints_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("verify", article, "-r", _references(tmp_path, 13), "--quiet")
    assert done == Done(1, "", "")


def test_a_terminal_gets_no_control_characters_from_an_article(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("قال الوزير: «لن \u202eنبيع \x9b31mأي شيء للحكومة [red]».", encoding="utf-8")
    done = run("verify", article, "--no-color")
    assert "[red]" in done.out
    assert not set(done.out) & set("\u202e\x9b\x1b")


BAD: list[tuple[str, bytes | None, int, str]] = [
    ("missing", None, 2, "no such file"),
    ("empty", b"", 2, "is empty"),
    ("binary", bytes(range(256)) * 50, 2, "looks binary"),
    ("no Arabic", b"Hello there, nothing Arabic here", 2, "holds no Arabic"),
    ("no quotes", "تساقطت الأمطار على المدينة طوال الليل.".encode(), 2, "no quoted statement"),
    ("50 MB", b"\xd8\xa7" * 26_000_000, 2, "larger than"),
]


@pytest.mark.parametrize(("data", "code", "message"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_articles(run: Run, tmp_path: Path, data: bytes | None, code: int, message: str) -> None:
    article, out = tmp_path / "a.txt", tmp_path / "out.csv"
    if data is not None:
        article.write_bytes(data)
    done = run("verify", article, "--csv", out)
    assert done.code == code
    assert done.out == ""
    assert message in done.err
    assert "Traceback" not in done.err
    assert not out.exists()


def test_bad_options(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("verify").code == 2
    assert run("verify", article, "--nonsense").code == 2
    assert run("verify", article, "--csv", tmp_path / "none" / "out.csv").code == 3
    assert run("verify", article, "-r", tmp_path / "none.jsonl").code == 2
    assert run("toolkit", "translate", article, "--from", "ar", "--to", "ar").code == 2


def test_nothing_is_overwritten_by_mistake(run: Run, article: Path, tmp_path: Path) -> None:
    references = _references(tmp_path, 13)
    before = article.read_bytes(), references.read_bytes()
    for outputs in (["--csv", article], ["--csv", references], ["--csv", "-", "--json", "-"]):
        assert run("verify", article, "-r", references, *outputs).code == 2
    same = tmp_path / "same"
    assert run("verify", article, "-r", references, "--csv", same, "--json", same).code == 2
    assert run("toolkit", "translate", article, "-o", article).code == 2
    assert run("verify", article, "--excel").code == 2
    assert (article.read_bytes(), references.read_bytes(), same.exists()) == (*before, False)


def test_a_closed_pipe_and_a_full_terminal(article: Path) -> None:
    verify = [str(Path(sys.executable).with_name("verify")), str(article), "--csv", "-"]
    with subprocess.Popen(verify, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == -signal.SIGPIPE
    if Path("/dev/full").is_char_device():
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(verify[:2], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert (done.returncode, "standard output cannot be written" in done.stderr) == (3, True)


def test_a_damaged_model_is_named(run: Run, article: Path, tmp_path: Path) -> None:
    model = shutil.copytree(open_model().path, tmp_path / "model")
    (model / "model.bin").write_bytes(b"damaged")
    done = run("verify", article, "--model", model)
    assert (done.code, "model.bin is damaged" in done.err, done.out) == (3, True, "")
    done = run("verify", article, "--model", "opus")
    assert (done.code, "there are: ar-en" in done.err) == (3, True)


def test_quotes_as_json(run: Run, article: Path) -> None:
    quotes = json.loads(run("toolkit", "quotes", article, "--json", "-").out)
    assert len(quotes) == 1
    quote = quotes[0]
    assert quote["text"] == "لن نبيع أكثر من 30 طائرة للحكومة هذا العام"
    assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]
    assert (quote["speaker"], quote["cue"], quote["kind"]) == ("وزير النقل سمير حداد", "وقال", "direct")
    assert "لن نبيع" in run("toolkit", "quotes", article).out


def test_translate_line_by_line(run: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "ar.txt", tmp_path / "en.txt"
    source.write_text("روسيا\n\nلا توجد مؤشرات على ذلك.\n", encoding="utf-8")
    assert run("toolkit", "translate", source, "-o", out).code == 0
    lines = out.read_text(encoding="utf-8").split("\n")
    assert (len(lines), lines[1], lines[3]) == (4, "", "")
    assert "russia" in lines[0].lower()
    back = run("toolkit", "translate", out, "--from", "en", "--to", "ar").out.split("\n")
    assert (len(back), back[1]) == (4, "")


def test_score_keeps_rows_and_columns(run: Run, tmp_path: Path) -> None:
    pairs, out = tmp_path / "pairs.tsv", tmp_path / "out.csv"
    source = "لن نبيع أكثر من 30 طائرة للحكومة."
    reference = "We will not sell more than %s planes to the government."
    table = [
        ("id", "note", "source", "reference"),
        ("a", 'x "y', source, reference % 13),
        ("b", "=1+1", source, reference % 30),
        ("c", "", "", "Nothing there."),
    ]
    pairs.write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    assert run("toolkit", "score", pairs, "-o", out).code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert [row["note"] for row in rows] == ['x "y', "'=1+1", ""]
    p = [float(row["p_mistranslated"]) for row in rows]
    assert p[0] > p[2] > p[1]
    assert [row["verdict"] for row in rows] == ["mistranslated", "faithful", "unreliable"]
    assert rows[0]["findings"] == "number"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("a\tb\n1\t2\n", "no column id"),
        ("id\tsource\treference\n1\t2\t3\t4\n", "cannot be read"),
    ],
)
def test_bad_tables(run: Run, tmp_path: Path, text: str, message: str) -> None:
    pairs, out = tmp_path / "pairs.tsv", tmp_path / "out.csv"
    pairs.write_text(text, encoding="utf-8")
    done = run("toolkit", "score", pairs, "-o", out)
    assert (done.code, message in done.err, out.exists()) == (2, True, False)


def test_help_and_version(run: Run) -> None:
    assert "mistranslated" in run("verify", "--help").out
    assert "verbatim-toolkit" in run("toolkit", "--version").out

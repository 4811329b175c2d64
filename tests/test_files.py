"""Files: whole or not at all, also when the disk is full or the process is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.errors import OutputError, UsageError
from toolkit.files import check_outputs, open_whole, write_whole


def test_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    write_whole({str(out): "مرحبا\r\n"})
    assert out.read_bytes() == "مرحبا\r\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
def test_a_full_disk_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    # What is written beside the report goes to a full disk.
    (tmp_path / "full").symlink_to("/dev/full")
    monkeypatch.setattr("toolkit.files._part", lambda target: tmp_path / "full")
    with pytest.raises(OutputError, match="No space left"):
        write_whole({str(out): "new"})
    assert out.read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    with pytest.raises(OutputError, match="No space left"):
        write_whole({"/dev/full": "new"})
    assert Path("/dev/full").is_char_device()


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole({str(link): "new"})
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)


def test_one_failing_file_of_two_leaves_both_as_they_were(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole({str(out): "new", str(tmp_path / "none" / "out.json"): "new"})
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_writing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), open_whole(str(tmp_path / "out.csv")) as file:
        file.write("half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_kill_minus_nine_leaves_the_old_report(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    code = (
        "import sys, time; from toolkit.files import open_whole\n"
        f"with open_whole({str(out)!r}) as f:\n"
        "    f.write('half'); f.flush(); print('half', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"half\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert out.read_text() == "old"


@pytest.mark.parametrize("name", ["", "none/out.csv"])
def test_what_cannot_be_written_is_known_before_the_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        check_outputs([str(tmp_path / name)], [])


def test_nothing_is_destroyed_by_a_name_given_twice(tmp_path: Path) -> None:
    article, report = str(tmp_path / "a.txt"), str(tmp_path / "r.csv")
    (tmp_path / "link").symlink_to(article)
    check_outputs([report, None, "-"], [article, "-"])
    for outputs in ([article], [str(tmp_path / "link")], [report, report], ["-", "-"], [""]):
        with pytest.raises(UsageError):
            check_outputs(outputs, [article])

"""`moviescrape serve`: says where it is, writes the truth, ends tidily."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from moviescrape.cli.commands import serve as module
from moviescrape.practice import FAULTS, Catalogue, PracticeSite


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_it_serves_until_ctrl_c(free_port: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "moviescrape", "serve", "--port", str(free_port), "--movies", "30", "--seed", "5"]
    served = subprocess.Popen(
        [*command, "--truth", str(tmp_path / "truth.csv")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert served.stdout
    line = served.stdout.readline()
    assert line.startswith(f"http://movies.localhost:{free_port}/ serves 30 movies")
    assert f"http://movies.localhost:{free_port}/_teacher/ shows a teacher" in served.stdout.readline()
    assert "30 invented movies" in httpx.get(f"http://127.0.0.1:{free_port}/").text
    served.send_signal(signal.SIGINT)
    _, said = served.communicate(timeout=10)
    assert (served.returncode, said) == (0, "closed; requests answered: 1\n")
    written = (tmp_path / "truth.csv").read_text(encoding="utf-8")
    assert written == Catalogue(30, 5).truth_csv(f"http://movies.localhost:{free_port}")


def test_a_port_in_use_is_one_line(free_port: int) -> None:
    with PracticeSite(Catalogue(5), port=free_port):
        result = CliRunner().invoke(module.serve, ["--port", str(free_port), "--movies", "5"])
    assert re.search(f"can't listen on port {free_port}.*another port", str(result.exception))


def test_the_help_explains_every_fault() -> None:
    text = CliRunner().invoke(module.serve, ["--help"]).output
    for fault in FAULTS.values():
        assert re.search(rf"^ *{fault.name} +{re.escape(fault.meaning)}$", text, re.MULTILINE)


def test_faults_are_taken_as_a_list(free_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[int] = []

    def visit() -> None:
        address = f"http://127.0.0.1:{free_port}/chart/top/"
        answers.extend(httpx.get(address).status_code for _ in range(3))

    monkeypatch.setattr(module, "_wait_for_interrupt", visit)
    result = CliRunner().invoke(module.serve, ["--port", str(free_port), "--movies", "5", "--faults", "503,404:1"])
    assert result.exit_code == 0
    assert answers == [503, 404, 200]

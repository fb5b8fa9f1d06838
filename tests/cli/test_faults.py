"""What a person is told when a site says no, falls over or plays tricks: one line, the right exit status, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from moviescrape.practice import START_PATH, Catalogue, PracticeSite
from support.command_line import Moviescrape

pytestmark = pytest.mark.slow

PASSES = ["429-negative", "500", "503", "reset", "truncated", "garbage", "wrong-charset", "robots-404", "endless"]

REFUSED = {
    "429-absurd": "asks to be left alone",
    "401": "401 Unauthorized",
    "403": "403 Forbidden",
    "404": "404 Not Found",
    "410": "410 Gone",
    "451": "legal reasons",
    "challenge": "a challenge in place of the page",
    "captcha": "are you a robot",
    "login": "a login in place of the page",
    "consent": "a consent wall",
    "empty": "the answer is empty",
    "not-html": "not a web page",
    "redirect-loop": "in a circle",
    "redirect-many": "more than 10 redirects",
    "redirect-file": "only http and https",
    "redirect-private": "private or loopback address",
    "redirect-metadata": "never asked for pages",
    "redirect-trap": "robots.txt forbids",
    "huge": "bytes",
    "bomb-gzip": "compression bomb",
    "bomb-deflate": "compression bomb",
    "robots-5xx": "robots.txt can't be read",
    "robots-forbid": "robots.txt forbids",
}

CUT_SHORT = {"no-next": 50, "next-loop": 50, "403@start=101": 100, "captcha@start=151": 150}


@pytest.fixture
def run_against(
    moviescrape: Moviescrape, catalogue: Catalogue, free_port: int, out: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Result]:
    """Run against a practice site with a fault, without the pauses between tries."""
    monkeypatch.setattr("moviescrape.fetch.retry.FIRST_WAIT_S", 0.0)

    def run(fault: str) -> Result:
        with PracticeSite(catalogue, port=free_port, faults=[fault]) as site:
            return moviescrape("run", site.origin + START_PATH, "--quiet", "--out", out)

    return run


def _rows(out: Path) -> int:
    return len(out.read_text(encoding="utf-8").splitlines()) - 1


@pytest.mark.parametrize("fault", PASSES)
def test_what_passes_is_no_matter(run_against: Callable[[str], Result], out: Path, fault: str) -> None:
    result = run_against(fault)
    assert (result.exit_code, result.stderr) == (0, "")
    assert _rows(out) == 250


@pytest.mark.parametrize("fault", REFUSED)
def test_what_is_refused_is_one_line_and_an_older_file_stays(run_against: Callable[[str], Result], out: Path, fault: str) -> None:
    result = run_against(fault)
    assert result.exit_code == 4
    assert REFUSED[fault] in result.stderr
    assert result.stderr.count("\n") == 1
    assert out.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize("fault", CUT_SHORT)
def test_what_is_cut_short_is_written_and_said(run_against: Callable[[str], Result], out: Path, fault: str) -> None:
    result = run_against(fault)
    assert result.exit_code == 3
    assert _rows(out) == CUT_SHORT[fault]
    assert f"declares 250 movies, {CUT_SHORT[fault]} were read" in result.stderr

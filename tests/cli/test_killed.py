"""A run that is killed loses nothing: the same command goes on, asks for no stored page again, and writes the same bytes."""

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from moviescrape.practice import START_PATH, PracticeSite
from support.command_line import Moviescrape

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")]

DYING_RUN = Path(__file__).parent / "dying_run.py"
LISTS = 5
POINTS = [
    ("begin", 1),
    *(("ask", number) for number in range(1, LISTS + 2)),  # the first is for robots.txt
    *(("store", number) for number in range(1, LISTS + 1)),
    *(("parse", number) for number in range(1, LISTS + 1)),
    ("write", 1),
    ("rename", 1),
    ("finish", 1),
]
DETAILS_POINTS = [("ask", 40), ("store", 30), ("parse", 50)]


def _send(sent: str, event: str, number: int, *arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(DYING_RUN), sent, event, str(number), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _asked_again(site: PracticeSite) -> Counter[str]:
    """The pages that were asked for more than once."""
    asked = Counter(visit.path for visit in site.request_stats.requests if visit.path != "/robots.txt")
    return asked - Counter(dict.fromkeys(asked, 1))


@pytest.mark.parametrize(
    ("event", "number", "options"),
    [*((*point, ()) for point in POINTS), *((*point, ("--details", "--max-movies", 60)) for point in DETAILS_POINTS)],
)
def test_killed_at_any_point_and_run_again(
    moviescrape: Moviescrape, site: PracticeSite, tmp_path: Path, event: str, number: int, options: tuple[object, ...]
) -> None:
    out, undisturbed = tmp_path / "movies.csv", tmp_path / "undisturbed.csv"
    out.write_bytes(b"older")
    command = ("run", site.origin + START_PATH, *options, "--max-age", 0, "--out")
    killed = _send("SIGKILL", event, number, *command, out)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert (out.read_bytes() == b"older") is (event != "finish")

    again = moviescrape(*command, out)
    assert again.exit_code == 0, again.stderr
    in_flight = 1 if event == "store" or options else 0  # details are asked for ahead, while others are parsed
    assert _asked_again(site).total() <= in_flight
    assert moviescrape(*command, undisturbed).exit_code == 0
    assert out.read_bytes() == undisturbed.read_bytes()


def test_ctrl_c_ends_tidily_and_says_how_to_go_on(moviescrape: Moviescrape, site: PracticeSite, tmp_path: Path) -> None:
    out = tmp_path / "movies.csv"
    command = ("run", site.origin + START_PATH, "--out", out)
    interrupted = _send("SIGINT", "parse", 3, *command)
    assert interrupted.returncode == 130
    assert interrupted.stdout == ""
    last = interrupted.stderr.splitlines()[-1]
    assert "interrupted" in last
    assert str(tmp_path / "movies.pages.sqlite") in last
    assert "Traceback" not in interrupted.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["movies.pages.sqlite"]

    assert moviescrape(*command).exit_code == 0
    assert not _asked_again(site)

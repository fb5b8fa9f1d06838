"""A saved page goes local -> pages -> parse: it needs no HTTP client, no TLS, no database and no data frames."""

from pathlib import Path

import pytest

from support.interpreter import run_code
from support.paths import PAGES

HEAVY = ("httpx", "httpcore", "ssl", "sqlite3", "pandas", "numpy")

PROGRAM = """
import sys
sys.argv = ["moviescrape", "parse", sys.argv[1], "--out", sys.argv[2]]
from moviescrape.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
print(*sys.modules)
"""


@pytest.mark.parametrize("page", ["imdb", "generic"])
def test_parse_loads_only_what_reading_needs(tmp_path: Path, page: str) -> None:
    saved = next((PAGES / page).glob("*list*.html"))
    loaded = run_code(PROGRAM, saved, tmp_path / "movies.csv")
    assert set(loaded.split()).isdisjoint(HEAVY)

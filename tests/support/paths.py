"""The folders of the project."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "moviescrape"
TESTS = ROOT / "tests"
FIXTURES = ROOT / "fixtures"
PAGES = FIXTURES / "pages"
"""Pages written for this project in the markup of real sites, each with a JSON file that says what must come out."""

"""A name gives a format, and what is missing is said with what helps."""

from pathlib import Path

import pytest

from moviescrape.errors import UsageError
from moviescrape.export.formats import FORMATS, format_of


@pytest.mark.parametrize("name", FORMATS)
def test_by_suffix_in_any_case_or_by_name(name: str) -> None:
    assert format_of(Path(f"movies{FORMATS[name].suffix.upper()}")).name == name
    assert format_of(Path("movies.txt"), name).name == name


def test_standard_output_is_csv_unless_said() -> None:
    assert format_of(Path("-")).name == "csv"
    assert format_of(Path("-"), "jsonl").name == "jsonl"


@pytest.mark.parametrize(("path", "given"), [("movies.txt", None), ("movies", None), ("movies.csv", "feather")])
def test_what_is_no_format_is_told_the_formats(path: str, given: str | None) -> None:
    with pytest.raises(UsageError) as error:
        format_of(Path(path), given)
    assert all(name in str(error.value) for name in FORMATS)


@pytest.mark.parametrize(("name", "package"), [("parquet", "pyarrow"), ("xlsx", "openpyxl")])
def test_a_missing_package_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch, name: str, package: str) -> None:
    monkeypatch.setattr("moviescrape.export.formats.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=rf"pip install {package}"):
        FORMATS[name].writer()

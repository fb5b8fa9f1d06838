"""A table from standard input is known by its bytes."""

import gzip
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from moviescrape.cli.given_table import read_given_table, suffix_of
from moviescrape.errors import SourceError
from support.command_line import moviescrape


def _give(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".sqlite", ".xlsx"])
def test_each_format_that_is_written_is_read_from_standard_input(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "given.csv").write_text("title,rating,year\nRiver,8.0,1990\nDune,8.1,2021\n", encoding="utf-8")
    moviescrape("top", tmp_path / "given.csv", "--out", tmp_path / f"movies{suffix}")
    content = (tmp_path / f"movies{suffix}").read_bytes()
    assert suffix_of(content) == suffix
    _give(content, monkeypatch)
    assert read_given_table(Path("-"))["title"].tolist() == ["River", "Dune"]


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"\xef\xbb\xbftitle;year\n", ".csv"),
        (b"title\tyear\n", ".csv"),
        (b"", ".csv"),
        (b'\n{"title": "River"}\n{"title": "Dune"}\n', ".jsonl"),
        (b'{\n "results": {}\n}', ".json"),
        (json.dumps({"head": {}, "results": {"bindings": []}}).encode(), ".json"),
        (b'[{"title": "River"}]', ".json"),
        (b"<movie><title>River</title></movie>", ".xml"),
        (gzip.compress(b'{"id": 1}', mtime=0), ".gz"),
        (b"PK\x03\x04 ratings.csv", ".zip"),
    ],
)
def test_other_forms_are_known_by_their_first_bytes(content: bytes, suffix: str) -> None:
    assert suffix_of(content) == suffix


def test_a_mistake_names_standard_input_as_it_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _give(b"name,year\nRiver,1990\n", monkeypatch)
    with pytest.raises(SourceError, match=r"^-: no column 'title'"):
        read_given_table(Path("-"))


def test_a_file_is_read_as_ever(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("title\nRiver\n", encoding="utf-8")
    assert read_given_table(tmp_path / "movies.csv")["title"].tolist() == ["River"]

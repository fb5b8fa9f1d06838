"""A folder of parts is one table, once all of its parts are there."""

import json
from pathlib import Path

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.parts_folder import MANIFEST, is_parts_folder, list_parts
from moviescrape.table.table_file import read_table

PLAN: dict[str, object] = {"plan": "0f", "shards": 2}
END: dict[str, object] = {"finished": True, "rows": 3}


def _fill(folder: Path, suffix: str = ".csv") -> Path:
    """Write two parts of three movies, and their manifest."""
    folder.mkdir()
    tables = [
        pd.DataFrame({"title": ["Tin Moon", "River"], "year": [1990, 1991]}),
        pd.DataFrame({"title": ["Dune"], "year": [2021]}),
    ]
    for number, table in enumerate(tables):
        path = folder / f"part-{number:05}{suffix}"
        table.to_csv(path, index=False) if suffix == ".csv" else table.to_parquet(path, index=False)
    _write_manifest(folder, [PLAN, {"name": f"part-00000{suffix}"}, {"name": f"part-00001{suffix}"}, END])
    return folder


def _write_manifest(folder: Path, lines: list[dict[str, object]]) -> None:
    (folder / MANIFEST).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_folder_of_parts_is_read_as_one_table(tmp_path: Path, suffix: str) -> None:
    folder = _fill(tmp_path / "movies", suffix)
    table = read_table(folder)
    assert table["title"].tolist() == ["Tin Moon", "River", "Dune"]
    assert table["year"].tolist() == [1990, 1991, 2021]
    assert table.index.tolist() == [0, 1, 2]


def test_the_parts_come_in_the_order_of_the_manifest(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "movies")
    assert [part.name for part in list_parts(folder)] == ["part-00000.csv", "part-00001.csv"]


@pytest.mark.parametrize("lines", [[PLAN], [PLAN, {"name": "part-00000.csv"}], [PLAN, {"name": "part-00000.csv"}, {}]])
def test_a_folder_that_is_not_finished_is_no_table(tmp_path: Path, lines: list[dict[str, object]]) -> None:
    folder = _fill(tmp_path / "movies")
    _write_manifest(folder, lines)
    with pytest.raises(SourceError, match=r"movies: a table whose parts are not all written .* goes on where it stopped"):
        read_table(folder)


def test_a_manifest_cut_in_its_last_line_is_not_finished(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "movies")
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes()[:-5])
    with pytest.raises(SourceError, match="not all written"):
        read_table(folder)


def test_a_part_that_is_gone_is_named(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "movies")
    (folder / "part-00001.csv").unlink()
    with pytest.raises(SourceError, match=r"movies: its part part-00001\.csv is missing"):
        read_table(folder)


def test_a_part_outside_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = _fill(tmp_path / "movies")
    (tmp_path / "other.csv").write_text("title\nOther\n", encoding="utf-8")
    _write_manifest(folder, [PLAN, {"name": "../other.csv"}, END])
    with pytest.raises(SourceError, match=r"its part other\.csv is missing"):
        list_parts(folder)


@pytest.mark.parametrize("content", ["", "{}\n", "[1]\n", '{"files": []}\n', "no JSON\n"])
def test_a_manifest_of_another_program_is_none_of_parts(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content, encoding="utf-8")
    assert not is_parts_folder(tmp_path)


def test_a_folder_of_parquet_files_of_another_program_is_a_table(tmp_path: Path) -> None:
    pd.DataFrame({"title": ["Dune"], "year": [2021]}).to_parquet(tmp_path / "part-0-c000.snappy.parquet", index=False)
    (tmp_path / "_SUCCESS").touch()
    assert read_table(tmp_path)["title"].tolist() == ["Dune"]

"""Values cross from the student's process as JSON: nothing is lost that is judged, and nothing strange breaks the way."""

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from moviescrape.check.sandbox.encoding import SubmissionFile, decode_table, encode, encode_cell, encode_error


class _Broken:
    def __repr__(self) -> str:
        raise ValueError


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, float("nan"), np.float64("nan")])
def test_what_pandas_calls_missing_is_none(missing: object) -> None:
    assert encode_cell(missing) is None


@pytest.mark.parametrize(
    ("cell", "encoded"),
    [
        (np.int64(142), 142),
        (np.float64(8.7), 8.7),
        (True, True),
        ("Amélie", "Amélie"),
        (("a", None), ["a", None]),
        (2**70, {"is": "int", "repr": str(2**70)}),
        (b"x", {"is": "bytes", "repr": "b'x'"}),
        (_Broken(), {"is": "_Broken", "repr": "_Broken"}),
    ],
)
def test_cells(cell: object, encoded: object) -> None:
    assert encode_cell(cell) == encoded
    assert json.loads(json.dumps(encode_cell(cell))) == encoded


def test_long_texts_and_lists_are_cut() -> None:
    assert len(encode_cell("x" * 1_000_000)) < 10_000
    assert len(encode_cell(list(range(1_000)))) == 50


def test_a_table_keeps_its_columns_rows_and_an_index_that_means_something() -> None:
    frame = pd.DataFrame({"title": ["Metropolis", None]}, index=pd.Index([1927, 2001], name="year"))
    assert encode(frame) == {"type": "table", "columns": [["year", [1927, 2001]], ["title", ["Metropolis", None]]], "rows": 2}


def test_columns_of_one_name_all_come() -> None:
    frame = pd.DataFrame([[1, 2]], columns=["year", "year"])
    assert encode(frame)["columns"] == [["year", [1]], ["year", [2]]]


@pytest.mark.parametrize(
    ("value", "kind"),
    [(None, "none"), (3, "value"), (pd.Series([1]), "series"), ({"a": 1}, "dict"), ([1], "list"), (_Broken(), "_Broken")],
)
def test_results_are_told_by_their_type(value: Any, kind: str) -> None:
    assert encode(value)["type"] == kind


def test_a_table_comes_back_as_it_went() -> None:
    frame = pd.DataFrame({"title": pd.array(["Metropolis"], "string"), "year": pd.array([None], "Int64")})
    sent = json.loads(json.dumps({**encode(frame), "dtypes": {name: str(kind) for name, kind in frame.dtypes.items()}}))
    pd.testing.assert_frame_equal(decode_table(sent), frame)


SCRIPT = SubmissionFile("day3.py")


def test_an_error_is_told_with_the_line_of_the_students_own_file() -> None:
    code = compile("x = 1\ny = None\ny.text", "day3.py", "exec")
    with pytest.raises(AttributeError) as caught:
        exec(code, {})
    told = encode_error(caught.value, SCRIPT)
    assert (told["error"], told["where"]) == ("AttributeError", "line 3")
    assert encode_error(ValueError("x"), SCRIPT)["where"] is None
    with pytest.raises(SyntaxError) as wrong:
        compile("x =", "day3.py", "exec")
    assert encode_error(wrong.value, SCRIPT)["where"] == "line 1"

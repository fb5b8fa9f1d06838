"""Alike objects in the data of a page's scripts."""

from typing import Any

import pytest

from moviescrape.parse.records.script_data.script_objects import are_alike, find_object_sets
from moviescrape.parse.records.script_data.script_values import ScriptValue

FILMS: list[dict[str, Any]] = [{"title": "Heat", "year": 1995}, {"title": "Ran", "year": 1985}, {"title": "Salt", "year": 2010}]


@pytest.mark.parametrize(
    "value",
    [
        FILMS,
        {"films": FILMS},
        {"props": {"pageProps": {"data": {"items": FILMS}}}},
        {"films": {str(number): film for number, film in enumerate(FILMS, start=10)}},
        {f"Film:{number}": film for number, film in enumerate(FILMS)},
        {"rows": [[film] for film in FILMS]},
    ],
)
def test_objects_at_alike_places_are_one_set(value: object) -> None:
    sets = [each.objects for each in find_object_sets([ScriptValue("state", value)])]
    assert FILMS in sets


def test_an_answer_kept_as_text_is_read() -> None:
    body = '{"items": [{"title": "Heat", "year": 1995}, {"title": "Ran", "year": 1985}], "pad": "' + "x" * 100 + '"}'
    sets = [each.objects for each in find_object_sets([ScriptValue("", {"body": body})])]
    assert FILMS[:2] in sets


def test_one_object_is_no_set() -> None:
    assert find_object_sets([ScriptValue("", {"film": FILMS[0]})]) == []


def test_an_object_with_named_parts_is_no_collection() -> None:
    assert not are_alike({"film": {"id": 1, "title": "Heat"}, "user": {"name": "Bo"}})
    assert not are_alike({"7": {"title": "Heat"}})
    assert are_alike({"tt0113277": {"title": "Heat"}, "tt0089881": {"title": "Ran"}})


def test_deep_data_is_no_error() -> None:
    deep: Any = FILMS
    for _ in range(500):
        deep = {"in": deep}
    assert find_object_sets([ScriptValue("", deep)]) == []

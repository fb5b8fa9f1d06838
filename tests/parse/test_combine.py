"""Which extractor is believed where two disagree."""

import pytest

from moviescrape.movie import Movie
from moviescrape.parse.combine import align_list, align_title, merge, merge_repeated
from moviescrape.parse.fields import put
from moviescrape.parse.model import Extraction, Extractor, PageKind, Record, RecordValues

URL = "https://x.example/film/7"


def _reading(extractor: Extractor, kind: PageKind, *values: RecordValues) -> Extraction:
    return Extraction(extractor, kind, [Record(each) for each in values])


def test_the_more_trusted_way_wins_and_the_others_fill_gaps() -> None:
    extractions = [
        _reading(Extractor.GENERAL, PageKind.TITLE, {"title": "RAN - watch now", "year": 2001, "runtime": 162}),
        _reading(Extractor.JSON_LD, PageKind.TITLE, {"title": "Ran", "year": 1986}),
        _reading(Extractor.HEADLINE, PageKind.TITLE, {"year": 1985}),
    ]
    movie = merge(align_title(extractions, None), "page")
    assert movie is not None
    assert (movie.title, movie.year, movie.runtime) == ("Ran", 1985, 162)


def test_nothing_without_a_title() -> None:
    assert merge(align_title([_reading(Extractor.HEADLINE, PageKind.TITLE, {"year": 1985})], None), "page") is None


def test_lists_are_joined_by_url() -> None:
    extractions = [
        _reading(Extractor.JSON_LD, PageKind.LIST, {"title": "Ran", "url": URL}, {"title": "Heat", "url": f"{URL}1"}),
        _reading(Extractor.GENERAL, PageKind.LIST, {"title": "Ran!", "url": f"{URL}/", "year": 1985}),
    ]
    movies = [merge(said, "page") for said in align_list(extractions)]
    assert [(movie.title, movie.year) for movie in movies if movie] == [("Ran", 1985), ("Heat", None)]


def test_repetitions_fill_gaps() -> None:
    records = merge_repeated(
        [Record({"title": "Ran", "url": URL}), Record({"title": "Ran", "url": f"{URL}/", "year": 1985}), Record({"title": "Ran"})]
    )
    assert [record.values for record in records] == [{"title": "Ran", "url": URL, "year": 1985}]


def test_a_record_of_a_title_alone_fills_the_gaps_of_the_only_other_one() -> None:
    bare: RecordValues = {"title": "ran", "rating": 8.0, "runtime": 162}
    assert [record.values for record in merge_repeated([Record({"title": "Ran", "url": URL}), Record({**bare})])] == [
        {"title": "Ran", "url": URL, "rating": 8.0, "runtime": 162}
    ]
    two = [Record({"title": "Ran", "year": 1985}), Record({"title": "Ran", "year": 2010})]
    assert [record.values for record in merge_repeated([*two, Record({**bare})])][2:] == [bare]


def test_the_year_behind_a_title_counts_where_nothing_else_says_one() -> None:
    named = Record({})
    put(named, "title", "Godzilla (2014)")
    assert merge([(Extractor.META, named)], "page") == Movie("Godzilla", year=2014, source="page")
    released = Record({"year": 2015})
    movie = merge([(Extractor.META, named), (Extractor.GENERAL, released)], "page")
    assert movie is not None
    assert movie.year == 2015


def test_a_number_is_a_title() -> None:
    record = Record({})
    put(record, "title", "50%")
    assert merge([(Extractor.META, record)], "page") == Movie("50%", source="page")


@pytest.mark.parametrize(
    ("other", "year"),
    [
        ([{"title": "ran", "year": 1985}], 1985),  # without an address: by its title
        ([{"title": "Ran", "year": 1985}, {"title": "Ran", "year": 2005}], None),  # two of one title
        ([{"title": "Ran", "year": 1985, "url": "https://a.example/other"}], None),  # another movie's address
        ([{"title": "Ran!", "year": 1985}], None),
    ],
)
def test_a_record_without_an_address_is_matched_by_a_title_of_its_own(other: list[RecordValues], year: int | None) -> None:
    listed = _reading(
        Extractor.JSON_LD,
        PageKind.LIST,
        {"title": "Ran", "url": "https://a.example/1"},
        {"title": "Heat", "url": "https://a.example/2"},
    )
    movies = [merge(evidence, "") for evidence in align_list([listed, _reading(Extractor.GENERAL, PageKind.LIST, *other)])]
    assert [movie and movie.year for movie in movies if movie and movie.title == "Ran"][:1] == [year]

"""Whose word counts where ways disagree."""

from moviescrape.parse.combine import align_list, align_title, merged, settle
from moviescrape.parse.model import Extraction, PageKind, Record

URL = "https://x.example/film/7"


def _reading(way: str, kind: PageKind, *values: dict[str, object]) -> Extraction:
    return Extraction(way, kind, [Record(dict(each)) for each in values])


def test_the_more_trusted_way_wins_and_the_others_fill_gaps() -> None:
    extractions = [
        _reading("general", PageKind.TITLE, {"title": "RAN - watch now", "year": 2001, "runtime": 162}),
        _reading("json-ld", PageKind.TITLE, {"title": "Ran", "year": 1986}),
        _reading("headline", PageKind.TITLE, {"year": 1985}),
    ]
    movie = settle(align_title(extractions, None), "page")
    assert movie is not None
    assert (movie.title, movie.year, movie.runtime) == ("Ran", 1985, 162)


def test_nothing_without_a_title() -> None:
    assert settle(align_title([_reading("headline", PageKind.TITLE, {"year": 1985})], None), "page") is None


def test_lists_are_joined_by_url() -> None:
    extractions = [
        _reading("json-ld", PageKind.LIST, {"title": "Ran", "url": URL}, {"title": "Heat", "url": f"{URL}1"}),
        _reading("general", PageKind.LIST, {"title": "Ran!", "url": f"{URL}/", "year": 1985}),
    ]
    movies = [settle(said, "page") for said in align_list(extractions)]
    assert [(movie.title, movie.year) for movie in movies if movie] == [("Ran", 1985), ("Heat", None)]


def test_repetitions_fill_gaps() -> None:
    records = merged(
        [Record({"title": "Ran", "url": URL}), Record({"title": "Ran", "url": f"{URL}/", "year": 1985}), Record({"title": "Ran"})]
    )
    assert [record.values for record in records] == [{"title": "Ran", "url": URL, "year": 1985}, {"title": "Ran"}]

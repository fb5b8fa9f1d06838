"""What speaks for a page about one movie, and what against."""

from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.headline import Headline
from moviescrape.parse.model import PageAddress, Record
from moviescrape.parse.records.credits.credit_lines import read_credit_lines
from moviescrape.parse.records.one_movie.title_evidence import TitlePageText, film_marks, is_of_a_movie, is_programme
from moviescrape.parse.records.outline import outline

_LINES = ["The Quiet Pier", "UK 2023, 106 min", "Director: Ann Cole", "Cast: Tom Reed"]


def judged(*more: str, title: str = "The Quiet Pier", url: str | None = None, **values: object) -> bool:
    lines = [*_LINES, *more]
    record = Record({"directors": ("Ann Cole",), "actors": ("Tom Reed",), "year": 2023, **values}, {})  # type: ignore[typeddict-item]
    text = TitlePageText(title, lines, read_credit_lines(lines), 0)
    return is_of_a_movie(record, Headline("The Quiet Pier", None, certain=True), PageAddress(url, url), text)


def test_people_a_year_and_a_length_make_a_movie() -> None:
    assert judged()
    assert judged(url="https://rialto.example/film/the-quiet-pier")


def test_words_of_the_stage_of_series_and_of_persons_speak_against_it() -> None:
    assert not judged("Season 2", title="The Quiet Pier - TV series")
    assert not judged("A stage play", "Born", "Filmography", title="The Quiet Pier - City Theatre")


def test_numbered_episodes_labels_of_games_and_dates_of_birth_speak_against_it() -> None:
    for line in (
        "Season 1, 8 episodes",
        "Folge 12",
        "Developer: Low Games",
        "ISBN: 12",
        "Tom Reed (born 12 May 1963) is an actor",
    ):
        lines = [_LINES[0], line, *_LINES[1:]]
        text = TitlePageText("The Quiet Pier", lines, read_credit_lines(lines), 0)
        record = Record({"directors": ("Ann Cole",), "year": 2023, "runtime": 106}, {})
        assert not is_of_a_movie(record, Headline("The Quiet Pier", None, certain=True), PageAddress(None, None), text), line


def test_an_age_certificate_speaks_for_a_movie() -> None:
    record = Record({"actors": ("Tom Reed",), "runtime": 106}, {})
    headline, address = Headline("The Quiet Pier", None, certain=True), PageAddress(None, None)
    judgements = [
        is_of_a_movie(
            record, headline, address, TitlePageText("The Quiet Pier", ["Cast: Tom Reed"], read_credit_lines([]), 0, marks)
        )
        for marks in (0.0, 1.0)
    ]
    assert judgements == [False, True]


def test_markup_speaks_for_films() -> None:
    html = "<div class='movie-detail'><h3>Low Sun</h3><a href='/genre/drama'>Drama</a><a href='https://www.imdb.com/find/?q=a'>a</a></div>"
    root = parse_document(html.encode())
    assert root is not None
    assert film_marks(outline(root), "Low Sun") == 2.0
    assert film_marks(outline(root), "High Sun") == 1.0


def test_no_person_is_no_evidence() -> None:
    assert not judged(directors=("yes I did it",), actors=())


def test_several_films_are_a_programme() -> None:
    lines = [f"Film {n}, {1990 + n}, {90 + n} min" for n in range(4)]
    assert is_programme(lines)
    assert not is_programme(lines[:2])
    assert not judged(*lines)


def test_people_behind_a_mere_with_are_weak_evidence() -> None:
    record = Record({"actors": ("Tom Reed",), "runtime": 106, "year": 2023}, {})
    headline, address = Headline("The Quiet Pier", None, certain=True), PageAddress(None, None)
    for line, judgement in (("With Tom Reed", False), ("Starring Tom Reed", True), ("Cast: Tom Reed", True)):
        text = TitlePageText("The Quiet Pier", [line], read_credit_lines([line]), 0)
        assert is_of_a_movie(record, headline, address, text) == judgement, line

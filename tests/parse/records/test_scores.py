"""Scores that records show, told from ages and dates that look like them."""

import pytest

from moviescrape import parse_html
from moviescrape.parse.records.scores import are_ages, scale_of

TITLES = ["The Amber Road", "Northern Tide", "Paper Moons", "Salt and Stone", "A Quiet Harbour"]


def _list(mark: str, values: list[str]) -> str:
    cards = "".join(
        f'<div class="film"><h3><a href="/film/{n}">{title}</a></h3>{mark.format(value)}<p>2019, 9{n} min</p></div>'
        for n, (title, value) in enumerate(zip(TITLES, values, strict=True))
    )
    return f"<title>Films</title><h1>Films</h1>{cards}"


@pytest.mark.parametrize(
    ("mark", "values"),
    [
        ('<li class="ageRating"><span class="K16">{}</span></li>', ["K16", "K12", "K7", "K16", "S"]),
        ('<span class="film-rating">{}</span>', ["18", "15", "12", "15", "18"]),
        ('<span class="rating">{}</span>', ["16+", "12+", "0+", "6+", "18+"]),
        ('<span class="certificate-rating">{}</span>', ["7", "6", "7", "3", "7"]),
        ("<p>{}</p>", ["5/10 20:15", "6/10 17:00", "7/10 21h00", "8/10 18:30", "9/10 19:45"]),
    ],
)
def test_ages_and_dates_are_no_scores(mark: str, values: list[str]) -> None:
    page = parse_html(_list(mark, values))
    assert [movie.title for movie in page.movies] == TITLES
    assert {movie.rating for movie in page.movies} == {None}


@pytest.mark.parametrize(
    ("mark", "values", "ratings"),
    [
        ('<span class="rating">{}</span>', ["7.5", "8", "6.1", "9", "7"], [7.5, 8, 6.1, 9, 7]),
        ('<span class="score">{}%</span>', ["75", "80", "12", "90", "16"], [7.5, 8, 1.2, 9, 1.6]),
        ('<b class="age-rating">16</b><i class="rating">{}</i>', ["7.5", "8.0", "6.1", "9.0", "7.0"], [7.5, 8, 6.1, 9, 7]),
    ],
)
def test_scores_are_read(mark: str, values: list[str], ratings: list[float]) -> None:
    assert [movie.rating for movie in parse_html(_list(mark, values)).movies] == ratings


def test_no_numbers_are_no_ages() -> None:
    assert not are_ages([])
    assert not are_ages(["★★★", "18"])


def test_the_scale_is_that_of_the_largest_number() -> None:
    assert scale_of([("3.5", False)] * 7) == 10
    assert scale_of([("3.5", False)] * 8) == 5


def test_one_kind_of_score_is_read_of_all() -> None:
    marks = ["<b class='metascore'>42</b>", "", "<b class='metascore'>71</b>", "", ""]
    cards = "".join(
        f'<div class="film">{mark}<h3><a href="/film/{n}">{title}</a></h3><p>2019, 9{n} min</p>'
        f'<span class="rating" aria-label="User rating: {n + 4}.5">{n + 4}.5</span>'
        f'<button aria-label="Rate {title}">Rate</button></div>'
        for n, (title, mark) in enumerate(zip(TITLES, marks, strict=True))
    )
    page = parse_html(f"<title>Films</title><h1>Films</h1>{cards}")
    assert [movie.rating for movie in page.movies] == [4.5, 5.5, 6.5, 7.5, 8.5]


@pytest.mark.parametrize("source", ["ČSFD: {}7%", "IMDb {}.7", "Кинопоиск: {}.7", "Filmweb: {},7/10", "豆瓣：{}.7"])
def test_the_site_that_a_score_comes_from_names_it(source: str) -> None:
    cards = "".join(
        f'<div class="film"><h3><a href="/film/{n}">{title}</a></h3>'
        f"<p>2019, 9{n} min., a long line of text about the film and its people | <span>{source.format(n + 4)}</span></p></div>"
        for n, title in enumerate(TITLES)
    )
    page = parse_html(f"<title>Films</title><h1>Films</h1>{cards}")
    assert [movie.rating for movie in page.movies] == [n + 4.7 for n, _ in enumerate(TITLES)]


def test_a_score_in_two_elements_is_no_part_of_a_title() -> None:
    cards = "".join(
        f'<div class="film"><a href="/film/{n}" class="film-title">{title} <i>{n + 4}.</i><i>{n}</i></a>'
        f"<p>2019, 9{n} min</p></div>"
        for n, title in enumerate(TITLES)
    )
    page = parse_html(f"<title>Films</title><h1>Films</h1>{cards}")
    assert [movie.title for movie in page.movies] == TITLES

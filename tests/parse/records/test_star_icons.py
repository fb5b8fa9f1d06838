"""Stars without words: rows of icons, pictures of stars, classes with a number."""

import pytest

import moviescrape

TITLES = ("The Amber Road", "Seven Winters", "A Quiet Harbour", "North of Nowhere", "The Clockmaker")


def ratings(stars: tuple[str, ...]) -> list[float | None]:
    rows = "".join(
        f'<li class="film"><h3><a href="/film/{at}">{title}</a></h3><p>Director: Ana Bo. 19{70 + at}, 101 min</p>'
        f'<div class="votes-of-readers">{drawn}</div></li>'
        for at, (title, drawn) in enumerate(zip(TITLES, stars, strict=True))
    )
    html = f"<html><head><title>Films</title></head><body><h1>Films</h1><ul>{rows}</ul></body></html>"
    page = moviescrape.parse_html(html, "https://www.example.org/films")
    assert [movie.title for movie in page.movies] == list(TITLES)
    return [movie.rating for movie in page.movies]


STARS = (4.0, 3.5, 5.0, 2.0, 3.0)
ON_TEN = [8.0, 7.0, 10.0, 4.0, 6.0]


def row(full: str, half: str, empty: str, score: float) -> str:
    whole, is_half = int(score), score % 1 > 0
    return full * whole + half * is_half + empty * (5 - whole - is_half)


@pytest.mark.parametrize(
    ("full", "half", "empty"),
    [
        ('<i class="fa fa-star"></i>', '<i class="fa fa-star-half-o"></i>', '<i class="fa fa-star-o"></i>'),
        ('<i class="fas fa-star"></i>', '<i class="fas fa-star-half-alt"></i>', '<i class="far fa-star"></i>'),
        ('<i class="bi bi-star-fill"></i>', '<i class="bi bi-star-half"></i>', '<i class="bi bi-star"></i>'),
        ('<img src="/img/star-full.png" alt="">', '<img src="/img/star-half.png">', '<img src="/img/star-empty.png" alt="">'),
        ('<span class="star on"><i></i></span>', '<span class="star half"><i></i></span>', '<span class="star"><i></i></span>'),
        ('<i class="fa fa-star"></i>', '<i class="fa fa-star-half"></i>', ""),
        ('<img src="stella.gif">', '<img src="mezza-stella.gif">', ""),
    ],
)
def test_icons_are_counted(full: str, half: str, empty: str) -> None:
    assert ratings(tuple(row(full, half, empty, score) for score in STARS)) == ON_TEN


@pytest.mark.parametrize(
    ("drawing", "numbers", "expected"),
    [
        ('<span class="stars stars-{}"></span>', ("4", "3-5", "5", "2", "3"), ON_TEN),
        ('<span class="rating_{}"></span>', ("40", "35", "50", "20", "30"), ON_TEN),
        ('<span class="stars12h stars12h{}">stars</span>', ("8", "7", "10", "-1", "6"), [8.0, 7.0, 10.0, None, 6.0]),
        ('<img src="/i/{}stars.gif">', ("4", "3.5", "5", "2", "3"), ON_TEN),
        ('<img src="/i/x.svg" alt="{} stars">', ("4", "3.5", "5", "2", "3"), ON_TEN),
        ('<img src="/i/x.svg" alt="Puntuación: {} de 5 estrellas">', ("4", "3,5", "5", "2", "3"), ON_TEN),
        ('<span class="allstar{}"></span>', ("40", "35", "50", "20", "30"), ON_TEN),
    ],
)
def test_numbers_of_classes_and_files_are_scores(drawing: str, numbers: tuple[str, ...], expected: list[float | None]) -> None:
    assert ratings(tuple(drawing.format(number) for number in numbers)) == expected


@pytest.mark.parametrize(
    "drawing",
    [
        '<i class="fa fa-star"></i>',
        '<span class="stars-5"></span>',
        '<i class="star"></i><i class="star"></i><i class="star"></i><i class="star"></i><i class="star"></i>',
        '<img src="/p/x.jpg" alt="Take 2 - The Fault In Our Stars">',
        '<a class="star-1"></a><a class="star-2"></a><a class="star-3"></a>',
    ],
)
def test_what_all_records_have_is_no_score(drawing: str) -> None:
    assert ratings((drawing,) * len(TITLES)) == [None] * len(TITLES)

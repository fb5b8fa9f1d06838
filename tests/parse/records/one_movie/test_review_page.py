"""Reviews of films: the film is the page's movie; reviews of other things give none."""

import pytest

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

_RATING = (
    "<span itemprop='reviewRating' itemscope itemtype='https://schema.org/Rating'>"
    "<b itemprop='ratingValue'>{0}</b>/<i itemprop='bestRating'>5</i></span>"
)


def review(headline: str, title: str, folder: str, *scores: int) -> tuple[Movie, ...]:
    rated = "".join(_RATING.format(score) for score in scores)
    address = f"https://paper.example/{folder}/2023/a-text"
    html = (
        f"<html><head><title>{title}</title><link rel='canonical' href='{address}'></head>"
        f"<body><article itemscope itemtype='https://schema.org/Review'><h1>{headline}</h1>{rated}<p>A film.</p></article>"
    )
    return parse_page(Page(html.encode())).movies


@pytest.mark.parametrize(
    "headline",
    [
        "The Quiet Pier review – a still film",
        "Review: ‘The Quiet Pier’ Is Still",
        "Film review: The Quiet Pier",
        "The Quiet Pier - Kritik",
    ],
)
def test_a_film_that_is_reviewed(headline: str) -> None:
    (movie,) = review(headline, f"{headline} | Film | The Paper", "film", 4, 4)
    assert (movie.title, movie.rating, movie.url) == ("The Quiet Pier", 8.0, "https://paper.example/film/2023/a-text")


def test_scores_of_readers_are_not_the_reviews() -> None:
    (movie,) = review("The Quiet Pier review", "The Quiet Pier review | Film", "film", 4, 2)
    assert movie.rating is None


@pytest.mark.parametrize(
    ("headline", "tail", "folder"),
    [
        ("Faust review – a still play", "Stage", "stage"),
        ("The Quiet Pier review – a dull series", "Television & radio", "tv-and-radio"),
        ("Lens 2 review – a film camera?", "Technology", "tech"),
        ("The year in film", "Film", "film"),
    ],
)
def test_what_is_no_film_gives_none(headline: str, tail: str, folder: str) -> None:
    assert review(headline, f"{headline} | {tail} | The Paper", folder, 4) == ()


def test_the_movie_of_a_marked_review_has_its_score() -> None:
    rated, named = '"reviewRating": {"ratingValue": 3, "bestRating": 5}', '"@type": "Movie", "name": "Low Sun"'
    script = f'{{"@type": "Review", {rated}, "itemReviewed": {{{named}%s}}}}'
    for more, rating in (("", 6.0), (', "aggregateRating": {"ratingValue": 7, "bestRating": 10}', 7.0)):
        html = f"<script type='application/ld+json'>{script % more}</script>"
        assert [movie.rating for movie in parse_page(Page(html.encode())).movies] == [rating]
    several = f"<script type='application/ld+json'>[{script % ''}, {(script % '').replace('Low', 'High')}]</script>"
    assert {movie.rating for movie in parse_page(Page(several.encode())).movies} == {None}

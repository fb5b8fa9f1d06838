"""Which pictures are posters of films."""

import re

import pytest

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.posters import HOSTED_POSTER, POSTER, has_picture
from support.outlines import outline_of


@pytest.mark.parametrize(
    ("picture", "kind", "is_one"),
    [
        ('<img class="movie-poster" src="x.jpg">', POSTER, True),
        ('<div class="affiche"><img src="x.jpg"></div>', POSTER, True),
        ('<img alt="Filmplakat Ran">', POSTER, True),
        ('<img class="cartelera-logo" src="x.jpg">', POSTER, False),
        ('<img data-src="https://image.tmdb.org/t/p/w500/x.jpg">', HOSTED_POSTER, True),
        ('<img src="/img/photo.jpg" alt="Ran">', HOSTED_POSTER, False),
        ('<b class="poster">Ran</b>', POSTER, False),
    ],
)
def test_posters(picture: str, kind: re.Pattern[str], is_one: bool) -> None:
    page = outline_of(f"<body><section>{picture}</section></body>")
    start = page.tags.index("section")
    assert has_picture(kind, page, RecordSpan(start, "", start, page.ends[start])) is is_one

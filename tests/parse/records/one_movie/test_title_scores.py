"""Scores in the lines of a page about one movie."""

import pytest

from moviescrape.parse.records.one_movie.title_scores import score_in_lines


@pytest.mark.parametrize(
    ("lines", "score"),
    [
        (["7.9/10"], "7.9/10"),
        (["Note moyenne : 3,8 sur 5"], "3.8/5"),
        (["IMDb 8.1"], "8.1/10"),
        (["관람객 평점 8.04점"], "8.04/10"),
        (["Bewertung: 7,4 von 10"], "7.4/10"),
        (["★★★★☆"], "4/5"),
        (["★★★", "stars"], None),
        (["Rating: 4.2"], None),
        (["7.9/10", "Ann: 8.1/10"], None),
        (["9/10", "8/10"], None),
        (["Dolby 7.1", "2.39:1", "12.10.2024"], None),
        (["score " + "x" * 300 + " 7.9/10"], None),
    ],
)
def test_a_score(lines: list[str], score: str | None) -> None:
    assert score_in_lines(lines) == score

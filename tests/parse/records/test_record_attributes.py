"""What records say in attributes: data for scripts, classes of people, the title of a title's link."""

import pytest

from parse.records.test_records import TITLES, movies_of


def _rows(cell: str) -> str:
    rows = "".join(f"<tr><td>{n + 1}.</td><td>{cell.format(n=n, t=t)} ({1980 + n})</td></tr>" for n, t in enumerate(TITLES))
    return f"<table><tr><th>Rank</th><th>Film</th></tr>{rows}</table>"


@pytest.mark.parametrize(
    ("said", "directors", "actors"),
    [
        ("Ana Bo (dir.), Cy Do, Eva Fu", ("Ana Bo",), ("Cy Do", "Eva Fu")),
        ("Ana Bo, Gil Hu (réal.), Cy Do", ("Ana Bo", "Gil Hu"), ("Cy Do",)),
        ("Ana Bo (Regie)", ("Ana Bo",), ()),
        ("A film of 1994 (new)", (), ()),
    ],
)
def test_the_title_of_a_link_names_people(said: str, directors: tuple[str, ...], actors: tuple[str, ...]) -> None:
    movies = movies_of(_rows(f"<a href='/film/{{n}}' title='{said}'>{{t}}</a>"), "Top films")
    assert [movie.title for movie in movies] == list(TITLES)
    assert {(movie.directors, movie.actors) for movie in movies} == {(directors, actors)}


def test_attributes_for_scripts_state_facts() -> None:
    cell = "<a href='/film/{n}'>{t}</a><i data-runtime='9{n}' data-director='Ana Bo' data-year='199{n}'></i>"
    movies = movies_of(_rows(cell).replace("(198", "<!-- ").replace(")</td>", " --></td>"), "Top films")
    assert [(movie.runtime, movie.directors) for movie in movies] == [(90 + n, ("Ana Bo",)) for n in range(len(TITLES))]

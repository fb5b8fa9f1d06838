"""Programmes and lists without a box for each film: lines of running text, cards laid out in a table, cinemas' own words."""

import re

import pytest

from moviescrape.parse.records.film_words import FILM, PROGRAMME, SCREENING, TRAILER, WATCH, are_genres, mentions_films
from parse.records.test_records import TITLES, cards, movies_of


def _flow(line: str) -> str:
    films = "<br>".join(line.format(title=title, year=1950 + n, minutes=90 + n) for n, title in enumerate(TITLES[:5]))
    return (
        "<p><strong>FILMS OF THE SEASON</strong></p><p>Five films by <strong>great directors</strong>, one of them <strong>with "
        f"a talk</strong> on <strong>15 May</strong>.</p><p>{films}</p><p><strong>HOW TO COME</strong></p><p>By tram.</p>"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<strong>{title}</strong><br>(dir. Ana Bo | France | {year} | {minutes} min)<br>A ferry does not come back.<br>",
        "<strong><br>{title}<br></strong>France, {year}, {minutes}'. Director: Ana Bo<br>A ferry does not come back.<br>",
        "<b>{title}</b><br>{year} · {minutes} min<br><i>04 May | 16h</i><br><i>06 May | 19h</i><br>",
    ],
)
def test_films_in_running_text(line: str) -> None:
    body = _flow(line)
    if "<b>" in line:
        body = body.replace("strong", "b")
    movies = movies_of(body, "Cinema programme")
    assert [(m.title, m.year, m.runtime) for m in movies] == [(t, 1950 + n, 90 + n) for n, t in enumerate(TITLES[:5])]


def test_cards_laid_out_in_a_table() -> None:
    people = "<p>Director(s): Ana Bo</p><p>Cast:<br>~ Cy H. Do ~<br>~ Eva Fu Jr. ~</p>"
    cell = f"<td><img src='p{{n}}.jpg' alt='{{t}} Poster'>{people}{{t}}</td>"
    rows = ["".join(cell.format(n=n, t=t) for n, t in enumerate(TITLES) if n // 4 == row) for row in (0, 1)]
    movies = movies_of("<table><tr>" + "</tr><tr>".join(rows) + "</tr></table>", "Films of the year")
    assert [movie.title for movie in movies] == list(TITLES)
    assert {movie.actors for movie in movies} == {("Cy H. Do", "Eva Fu Jr.")}


def test_a_table_of_facts_is_read_by_its_columns() -> None:
    rows = "".join(
        f"<tr><td><img src='{n}.jpg' alt='{t}'></td><td><a href='/film/{n}'>{t}</a></td><td>{1990 + n}</td>"
        "<td><img src='flag.png' alt='France'></td></tr>"
        for n, t in enumerate(TITLES)
    )
    movies = movies_of(f"<table>{rows}</table>", "Films at the cinema")
    assert [(movie.title, movie.year) for movie in movies] == [(t, 1990 + n) for n, t in enumerate(TITLES)]


@pytest.mark.parametrize("label", ["<b>Režisierius:</b><br>", "<b>Director:</b> ", "<span>Regie</span><br>"])
def test_names_behind_a_label_are_no_titles(label: str) -> None:
    body = cards(
        f"<div class='c'><a href='/e/{n}'>{t}</a><p>{90 + n} min</p>"
        f"<div>{label}<a href='/search?q=ana-bo-{n}'>Ana Bo {t[0]}</a></div></div>"
        for n, t in enumerate(TITLES)
    )
    assert [movie.title for movie in movies_of(body, "Films now showing")] == list(TITLES)


def test_records_of_one_class_are_read_though_their_titles_stand_in_other_places() -> None:
    linked = "".join(
        f"<li class='film'><a href='/film/{n}'><h3>{t}</h3><img src='{n}.jpg'></a></li>" for n, t in enumerate(TITLES[:5])
    )
    plain = "".join(f"<li class='film'><h3>{t}</h3></li>" for t in TITLES[5:])
    movies = movies_of(f"<main><ul>{linked}</ul><ul>{plain}</ul></main>", "Films at the cinema")
    assert {movie.title for movie in movies} == set(TITLES)


def test_what_stands_beside_many_titles_is_no_part_of_them() -> None:
    stars = "<span class='s'>stars</span>"
    films = [f"<li><a href='/film/{n}'>{t} {stars if n % 2 else ''}</a> ({1990 + n})</li>" for n, t in enumerate(TITLES)]
    assert [movie.title for movie in movies_of(f"<ul>{''.join(films)}</ul>", "Films now showing")] == list(TITLES)


@pytest.mark.parametrize("text", ["Cinéma", "Yelmo Cines", "CINE", "Mozi", "Biografer", "สนุกหนัง", "סרטים", "Kinas", "multicine"])
def test_words_for_films(text: str) -> None:
    assert FILM.search(text)
    assert mentions_films(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Medicine",
        "vaccines",
        "Racine",
        "la piscine",
        "Mozilla",
        "Biografía",
        "biografie",
        "kinase",
        "incinerator",
        "หนังสือ",
        "סרטן",
    ],
)
def test_words_that_look_like_words_for_films(text: str) -> None:
    assert not FILM.search(text)
    assert not mentions_films(text.encode())


@pytest.mark.parametrize(
    ("text", "is_genres"),
    [
        ("Drama, Comedy", True),
        ("мелодрама / комедия", True),
        ("Komödie", True),
        ("剧情 / 爱情", True),
        ("Drama Queens of the North", False),
        ("Comedy Central Roast", False),
        ("Actor", False),
        ("", False),
        ("drama " * 50, False),
    ],
)
def test_genres(text: str, is_genres: bool) -> None:
    assert are_genres(text) is is_genres


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (SCREENING, ["2D", "IMAX 3D", "(OmU)", "V.O.", "VOSE", "napisy PL", "35 mm"], ["Ovid", "dubious", "of 3Days", "video"]),
        (TRAILER, ["Watch the trailer", "Bande-annonce", "tráiler", "https://youtu.be/x", "예고편"], ["trail", "retail"]),
        (PROGRAMME, ["Now showing", "What's on", "Cartelera", "Афиша", "Kinoprogramm", "Műsor"], ["Programming", "About us"]),
        (
            WATCH,
            ["Watch now", "Buy tickets", "Купить билет", "예매", "Comprar entradas", "Book"],
            ["Booking terms", "Watchmen", "See"],
        ),
    ],
    ids=["screening", "trailer", "programme", "watch"],
)
def test_words_of_cinemas(pattern: re.Pattern[str], right: list[str], wrong: list[str]) -> None:
    assert [text for text in right if not pattern.search(text)] == []
    assert [text for text in wrong if pattern.search(text)] == []

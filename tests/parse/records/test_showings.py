"""Titles with the days and times of their showings in the same line."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape import parse_html
from moviescrape.parse.records.showings import without_showings

TITLES = ["The Amber Road", "Northern Tide", "Freaky Friday", "A Quiet Harbour", "District 9", "Paper Moons", "Salt", "At Dawn"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("17:30 Salt", "Salt"),
        ("Fr. 01.10. 20:15 Uhr Salt", "Salt"),
        ("Sat 12 Oct 8.30pm Salt", "Salt"),
        ("20 Uhr Freaky Friday", "Freaky Friday"),
        ("Friday 20:00 At Dawn", "At Dawn"),
        ("01/10 - 21h00 : Salt", "Salt"),
        ("vendredi 4 octobre à 20h30 : Les Amants", "Les Amants"),
        ("Viernes 4 de octubre, 19:00 h. El sur", "El sur"),
        ("Ke 2.10. klo 18.00 Kuolleet lehdet", "Kuolleet lehdet"),
        ("4. 10. ve 20:00 Vlny", "Vlny"),
        ("Пт 4 октября 19:00 Сталкер", "Сталкер"),
        ("10月5日(土) 18:30 君の名は。", "君の名は。"),
        ("SVATÁ ČTVEŘICE 20.9.-26.9. v 18:30", "SVATÁ ČTVEŘICE"),
        ("DO ŘÍMA S LÁSKOU 20.9.-23.9. ve 20:30, 24.9. v 16:15", "DO ŘÍMA S LÁSKOU"),
        ("CESTA DO LESA 4.10.-10.10. ve 20:30 a 8.10. též", "CESTA DO LESA"),
        ("Dune: Part Two – Sat 3 Oct, 19:30", "Dune: Part Two"),
        ("Salt - 14:00, 21:30", "Salt"),
        ("Сталкер (4 октября, 19.00)", "Сталкер"),
        ("District 9 20:15", "District 9"),
        ("12 Angry Men", "12 Angry Men"),
        ("2001: A Space Odyssey", "2001: A Space Odyssey"),
        ("1917", "1917"),
        ("11:14", "11:14"),
        ("Sat 12 Oct 20:30", "Sat 12 Oct 20:30"),
        ("", ""),
    ],
)
def test_days_and_times_come_off_a_line(line: str, title: str) -> None:
    assert without_showings([line] * 3) == [title] * 3


def test_a_column_is_cut_where_most_of_it_is_timed() -> None:
    assert without_showings(["Fahrenheit 9/11", "3:10 to Yuma", "Salt", "Heat"]) == [
        "Fahrenheit 9/11",
        "3:10 to Yuma",
        "Salt",
        "Heat",
    ]
    assert without_showings(["Salt 20:15", "Heat", "Ran 17:00", "Big 9:00"]) == ["Salt", "Heat", "Ran", "Big"]


@given(st.text(max_size=80))
def test_what_is_left_is_a_part_of_the_line(line: str) -> None:
    bare = without_showings([line] * 3)[0]
    assert bare in line
    assert any(map(str.isalpha, bare)) or bare == line


def _list_of(tag: str, line: Callable[[int, str], str]) -> str:
    return "".join(f"<{tag}>{line(n, title)}</{tag}>" for n, title in enumerate(TITLES))


BODIES = {
    "time before": _list_of("li", lambda n, title: f"{14 + n}:30 {title}"),
    "time in an element before": _list_of("li", lambda n, title: f"<b>{14 + n}:30</b> {title}"),
    "day and time behind": _list_of("li", lambda n, title: f"{title} – Sat {n + 1} Oct, 19:30"),
    "in brackets": _list_of("li", lambda n, title: f"<a href='/film/{n}'>{title} ({n + 1}.10. 20:00)</a>"),
    "before a link": _list_of("p", lambda n, title: f"{n + 1:02}/10 - 21h00 : <a href='/{n}'>{title}</a>"),
    "above facts": _list_of("p", lambda n, title: f"<strong>{title} {n + 1}.9.-{n + 3}.9. v 18:30</strong><br>USA, 9{n} min"),
    "row of facts": _list_of(
        "li",
        lambda n, title: (
            f"<span>{['Sa', 'Di', 'Lu', 'Ma'][n % 4]} {4 + n} oct 2{n % 4}h00</span> <span>Salle Langlois</span> "
            f"<a href='/seance/{n}.html'><em>{title}</em></a> <span>France / 20{10 + n} / {98 + n} min</span>"
        ),
    ),
    "rows": _list_of("tr", lambda n, title: f"<td>{n + 1}. Okt<td>1{n}:15, 2{n % 3}:45<td>{title}<td>Saal {n % 3}"),
    "terms": "".join(f"<dt>{n + 1:02}.10., 20 Uhr<dd>{title}" for n, title in enumerate(TITLES)),
    "lines": "<p>" + "<br>".join(f"{title} - 1{n}:00, 2{n % 4}:30" for n, title in enumerate(TITLES)),
    "lines, time before": "<p>" + "<br>".join(f"1{n}:00 {title}" for n, title in enumerate(TITLES)),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_cinema_s_programme_is_read(body: str) -> None:
    tag = "table" if "<tr>" in body else "dl" if "<dt>" in body else "ul" if "<li>" in body else "div"
    page = parse_html(f"<title>Roxy Cinema</title><h1>Now showing</h1><{tag}>{body}</{tag}><footer>Main Street 3</footer>")
    assert [movie.title for movie in page.movies] == TITLES
    assert {movie.rating for movie in page.movies} == {None}


@pytest.mark.parametrize(
    "body",
    [
        _list_of("li", lambda n, _: f"{('Monday', 'Tuesday', 'Friday', 'Sunday')[n % 4]} 1{n}:00-22:00"),
        "<p>" + "<br>".join(f"{day}: 10:00–22:00" for day in ("Mo-Mi", "Do", "Fr", "Sa", "So")),
        _list_of("li", lambda n, _: f"1{n}:00 {('Doors', 'Welcome', 'Lunch', 'Break', 'Talk', 'Panel', 'Drinks', 'End')[n]}"),
    ],
)
def test_hours_are_no_programme_of_films(body: str) -> None:
    assert not parse_html(f"<title>Visit us</title><h1>Hours</h1>{body}").movies

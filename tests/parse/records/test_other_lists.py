"""Lists of other things beside films: nothing on such pages is a movie, and no movie is made of one of their rows."""

from collections.abc import Iterable

import pytest

from moviescrape import parse_html


def _page(title: str, headline: str, rows: Iterable[str]) -> str:
    return f"<title>{title}</title><h1>{headline}</h1>{''.join(rows)}"


BOOKS = [
    ("Dune", "Frank Herbert", 1965),
    ("Emma", "Jane Austen", 1915),
    ("It", "Stephen King", 1986),
    ("The Leopard", "G. T. di Lampedusa", 1958),
]
COURSES = [("Directing Actors", "Ana Bo"), ("Screenwriting I", "Cy Do"), ("Editing", "Eva Fu"), ("Documentary", "Jo Ha")]
JURY = [("Ana Petrova", "Director"), ("Juho Laine", "Producer"), ("Mina Rao", "Critic"), ("Carl Boone", "Actor")]
CONCERTS = ["Quartett Nord", "Blasorchester Süd", "Die Zwillinge", "Jazz am See", "Chor der Stadt"]
ALBUMS = [("Blade Runner", 1982), ("Drive", 2011), ("Arrival", 2016), ("Solaris", 1972), ("The Mission", 1986)]
SHOWS = ["The Amber Tales", "Star Riders", "Wizard School", "Galaxy Patrol", "Dino Land"]
PERSONS = [("Ειρήνη Παππά", 1929), ("Μελίνα Μερκούρη", 1920), ("Θανάσης Βέγγος", 1927), ("Αλίκη Βουγιουκλάκη", 1934)]
ROLLS = ["Kodak Portra 400", "Ilford HP5 Plus", "Fujifilm Velvia 50", "Fomapan 100 Classic"]
SERIES = '{"@type": "ItemList", "itemListElement": [{"@type": "TVSeries", "name": "Ran"}, {"@type": "TVSeries", "name": "Heat"}]}'
HOUSES = ["Harbour Picture House", "The Electric", "Roxy Central", "Odeon West", "Lamp Lane Cinema"]
PAGES = {
    "albums": _page(
        "Film music: best soundtracks",
        "Best soundtracks",
        (f"<li><b>{title}</b> ({year}) <i>12 tracks, 58 min</i></li>" for title, year in ALBUMS),
    ),
    "games": _page(
        "Games made of films",
        "Film games",
        (
            f'<div class="card"><h3><a href="/g/{n}">{t}</a></h3><p>{y}, PC, PlayStation</p></div>'
            for n, (t, y) in enumerate(ALBUMS)
        ),
    ),
    "people": _page(
        "Ηθοποιοί - Ταινιοβάση",
        "Ηθοποιοί",
        (
            f'<div class="p"><img alt="{n}"><h4><a href="/p/{y}">{n}</a></h4><i>({y}–20{y % 100})</i><p>23 ταινίες</p></div>'
            for n, y in PERSONS
        ),
    ),
    "rolls of film": _page(
        "Filme kaufen – Kleinbild & Mittelformat",
        "Filme",
        (
            f'<div class="produkt"><h3><a href="/filme/{n}">{t}</a></h3><p>Farbnegativ · 135-36 · 2027</p>16,90 €</div>'
            for n, t in enumerate(ROLLS)
        ),
    ),
    "table of cinemas": _page(
        "Кінотеатри Києва",
        "Кінотеатри",
        [
            "<table><tr><th>Назва<th>Адреса<th>Рік відкриття</tr>",
            *(f"<tr><td>{h}<td>вул. 2<td>1959</tr>" for h in HOUSES),
            "</table>",
        ],
    ),
    "months": _page(
        "Mon blog cinéma",
        "Archives",
        (
            f'<li><a href="/2023/{n}">{month} 2023</a></li>'
            for n, month in enumerate(("Janvier", "Février", "Mars", "Avril", "Mai"))
        ),
    ),
    "series in JSON-LD": f'<title>Movies and TV</title><script type="application/ld+json">{SERIES}</script><h1>Best</h1>',
    "cinemas": _page(
        "Cinemas in London",
        "Find your cinema",
        (
            f'<div class="cinema-item"><h3><a href="/cinema/{house.replace(" ", "-")}">{house}</a></h3><p>10:00 - 23:00</p></div>'
            for house in HOUSES
        ),
    ),
    "books": _page(
        "Books made into films",
        "Novels that became films",
        (
            f'<div class="book"><h3><a href="/book/{n}">{t}</a></h3><p>{a}, {y}, 3{n}2 pages</p></div>'
            for n, (t, a, y) in enumerate(BOOKS)
        ),
    ),
    "a show's takings": _page(
        "Broadway box office",
        "Broadway box office",
        (
            "<table><tr><th>Show<th>Gross<th>Theater<th>Admissions",
            *(f"<tr><td>{name}<td>${n + 1}.3M<td>{name} Theatre<td>{n + 9}000" for n, name in enumerate(SHOWS)),
            "</table>",
        ),
    ),
    "commercials": _page(
        "Commercials | Bo Film Production",
        "Commercials",
        (
            f'<div class=card><h3><a href="/work/{n}">{name}</a></h3><p>Client: Acme</p><p>Director: {director}</p></div>'
            for n, (name, (_, director)) in enumerate(zip(SHOWS, COURSES, strict=False))
        ),
    ),
    "stage plays": _page(
        "Stage plays | Academy of Theatre and Film",
        "Stage plays",
        (
            f'<div class=card><h3><a href="/work/{n}">{name}</a></h3><p>Playwright: {author}</p><p>Director: Cy Do</p></div>'
            for n, (name, author, _) in enumerate(BOOKS)
        ),
    ),
    "franchises": _page(
        "Movie box office",
        "Franchises",
        (
            "<table><tr><th>Franchise<th>Gross<th>Releases<th>Theaters",
            *(f"<tr><td>{name}<td>${n + 1}.3B<td>{n + 3}<td>{n + 9}00" for n, name in enumerate(SHOWS)),
            "</table>",
        ),
    ),
    "courses": _page(
        "Film school: courses 2025",
        "Courses",
        (f'<div class="course"><h3>{t}</h3><p>2025, 120 min, with {p}</p><p>€ 300</p></div>' for t, p in COURSES),
    ),
    "jury": _page(
        "Jury - Harbour Film Festival",
        "The jury",
        (
            f'<div class="card"><img src="x" alt="{n}"><h3>{n}</h3><p>{r}</p><p>Born 1961. Known for Rain (2004).</p></div>'
            for n, r in JURY
        ),
    ),
    "concerts": _page(
        "Kino & Konzerthaus",
        "Konzerte",
        (f"<li><time>{n + 1}.10. 20:00</time> <a href='/konzert/{n}'>{t}</a> <i>18 €</i></li>" for n, t in enumerate(CONCERTS)),
    ),
    "halls": _page(
        "Hire our cinema",
        "Screens for hire",
        (f"<div class='screen'><h3>Screen {n}</h3><p>{80 + n} seats, 4K, 2019</p><b>from £200</b></div>" for n in range(1, 6)),
    ),
    "an opera's season": _page(
        "Season 2023-24 | City Opera",
        "Season",
        (
            f'<img alt="{t} poster"><h3>{t}</h3><p>Conductor: {a} Director: {b}</p><p>3 hours 10 minutes</p>'
            for n, (t, a, b) in enumerate(
                [("Tosca", "Ana Bo", "Cy Do"), ("Carmen", "Eva Fu", "Jo Ha"), ("Aida", "Mo Li", "Ed Ro")]
            )
        ),
    ),
    "plays": _page(
        "Spielplan | Stadttheater",
        "Spielplan",
        (
            f"<h3><a href='/stueck/{n}'>{t}</a></h3><p>Schauspiel von {a}, Regie: {b}</p><p>Sa {n}.10. 19:30, 2 Std.</p>"
            for n, (t, a, b) in enumerate(
                [("Woyzeck", "G. Bo", "Cy Do"), ("Der Sturm", "W. Fu", "Jo Ha"), ("Antigone", "Mo Li", "Ed Ro")]
            )
        ),
    ),
    "series with posters": _page(
        "Series on FlixBox",
        "Series",
        (
            f"<img class=poster src='//image.tmdb.org/t/p/w300/{n}.jpg'><h3>{t}</h3><p>3 seasons</p>"
            for n, t in enumerate(["Dark", "Lupin", "The Crown", "Lost"])
        ),
    ),
    "games in a table": _page(
        "Game releases 2023",
        "Games",
        [
            "<table><tr><th>Title<th>Year<th>Platform<th>Genre",
            *(f"<tr><td>{t}<td>2023<td>PC<td>Action" for t in ("Starfield", "Alan Wake", "Dead Space", "Diablo")),
            "</table>",
        ],
    ),
    "exhibitions of posters": _page(
        "Film posters: exhibitions",
        "Exhibitions",
        (
            f"<div><img class=poster src=x><h3>{t}</h3><p>12 May – 3 Sept 2023</p></div>"
            for t in ("Drawn by hand", "Bold type", "Ink")
        ),
    ),
    "versions of a program": _page(
        "moviepy changelog",
        "Changelog",
        (f"<h2>{2019 + n} – Version 1.{n}</h2><ul><li>Fixed the movie writer</li></ul>" for n in range(4)),
    ),
    "files in a folder": _page(
        "Index of /movies",
        "Index of /movies",
        ["<pre>", *(f"{n:24}12-Oct-2019 10:22  1.2M\n" for n in ("a.mp4", "b.jpg", "readme.txt", "c.mp4")), "</pre>"],
    ),
    "questions": _page(
        "FAQ — Film club",
        "Questions",
        (
            f"<h3>{q}</h3><p>Since 2019, 90 minutes before the film.</p>"
            for q in ("How do I join?", "Where do you meet?", "Are there subtitles?")
        ),
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_other_lists_give_no_movie(page: str) -> None:
    assert parse_html(page).movies == ()


def test_movies_are_read_beside_series_that_markup_names() -> None:
    films = "".join(f"<li><b>{t}</b> ({y}) <i>120 min</i></li>" for t, y in ALBUMS)
    series = "".join(f"<li><b>{t}</b> ({y}) <i>120 min</i></li>" for t, y in (("Lost Harbour", 2004), ("The Long Tide", 2010)))
    marked = '[{"@type": "TVSeries", "name": "Lost Harbour"}, {"@type": "TVSeries", "name": "The Long Tide"}]'
    script = f'<script type="application/ld+json">{marked}</script>'
    page = parse_html(f"<title>Films and series</title>{script}<h1>Films and series</h1><ul>{films}{series}</ul>")
    assert [movie.title for movie in page.movies] == [title for title, _ in ALBUMS]


def test_a_series_hides_no_movie_of_its_name_and_another_year() -> None:
    films = "".join(f"<li><b>{t}</b> ({y}) <i>120 min</i></li>" for t, y in [*ALBUMS, ("Fargo", 1996)])
    script = '<script type="application/ld+json">{"@type": "TVSeries", "name": "Fargo", "startDate": "2014-04-15"}</script>'
    page = parse_html(f"<title>Films and series</title>{script}<h1>Films and series</h1><ul>{films}</ul>")
    assert [movie.title for movie in page.movies] == [*(title for title, _ in ALBUMS), "Fargo"]


def test_a_series_in_a_side_bar_hides_no_movie() -> None:
    script = '<script type="application/ld+json">{"@type": "TVSeries", "name": "Lost Harbour"}</script>'
    facts = "<p>Directed by Akira Kurosawa</p><p>Cast: Ana Bo, Karl Beck</p><p>Running time: 162 min</p>"
    page = parse_html(f"<title>Ran (1985) - film</title>{script}<h1>Ran (1985)</h1>{facts}")
    assert [(movie.title, movie.year, movie.runtime) for movie in page.movies] == [("Ran", 1985, 162)]


def test_a_movie_is_read_beside_a_list_of_other_things() -> None:
    rows = "".join(f'<div class="book"><h4>{t}</h4><p>{a}, {y}</p></div>' for t, a, y in BOOKS)
    facts = "<p>Japan 1985, 162 min. Directed by Akira Kurosawa</p>"
    page = f"<title>Ran - Roxy Cinema</title><h1>Ran</h1>{facts}<h2>From our shop</h2>{rows}"
    assert [(movie.title, movie.year, movie.runtime) for movie in parse_html(page).movies] == [("Ran", 1985, 162)]

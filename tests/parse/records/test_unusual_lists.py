"""Lists that are laid out in an unusual way: striped rows, tickets for links, words around titles, people among films."""

from collections.abc import Iterable, Iterator

import pytest

from moviescrape import Movie, parse_html

FILMS = [
    ("The Amber Road", 1987, 131, "Ana Petrova"),
    ("Seven Winters", 2003, 98, "Juho Laine"),
    ("A Quiet Harbour", 2019, 104, "Mina Rao"),
    ("North of Nowhere", 1964, 87, "Carl Boone"),
    ("The Clockmaker", 2011, 122, "Eva Funk"),
    ("Salt", 1999, 141, "Jo Hart"),
]
TITLES = [title for title, *_ in FILMS]


def read(title: str, rows: Iterable[str], around: str = "{}") -> list[Movie]:
    body = around.format("".join(rows))
    return list(parse_html(f"<title>{title}</title><h1>{title}</h1>{body}", "https://www.kinopaar.example/films").movies)


def titles(movies: Iterable[Movie]) -> list[str]:
    return [movie.title for movie in movies]


@pytest.mark.parametrize(("light", "dark"), [("s", "l"), ("bg1", "bg2"), ("white", "grey"), ("row-a", "row-b")])
@pytest.mark.parametrize("heading", ["", '<tr class="day"><td colspan="4">Friday</td></tr>'])
def test_rows_in_two_colours_are_one_list(light: str, dark: str, heading: str) -> None:
    rows = [
        f'{heading if at % 4 == 0 else ""}<tr class="{dark if at % 2 else light}"><td>1{at}:30</td>'
        f'<td><a href="film.php?id={at % 6}">{title}</a></td><td>{director}</td><td>{year}, {minutes} min</td></tr>'
        for at, (title, year, minutes, director) in enumerate(FILMS * 2)
    ]
    movies = read("Kino - programme", rows, "<table>{}</table>")
    assert [(movie.title, movie.year, movie.runtime) for movie in movies] == [film[:3] for film in FILMS]


def test_a_title_row_and_a_row_of_facts_are_no_stripes() -> None:
    rows = [
        f'<tr class="t"><td colspan="2"><b>{title}</b></td></tr><tr class="f"><td>{year}</td><td>{minutes} min</td></tr>'
        for title, year, minutes, _ in FILMS
    ]
    movies = read("Films", rows, "<table>{}</table>")
    assert [(movie.title, movie.year, movie.runtime) for movie in movies] == [film[:3] for film in FILMS]


@pytest.mark.parametrize(
    "link", ["https://tickets.kinopaar.example/?e={}", "https://bilety.kinopaar.example/{}", "/place/{}", "/buy-ticket?show={}"]
)
def test_a_link_to_a_showing_is_no_address_of_its_movie(link: str) -> None:
    showings = [film for film in FILMS for _ in range(2)]
    rows = [
        f'<div class="showing"><p>0{at % 9 + 1}.12 17:15</p><p class="name">{title}</p><p>{minutes} min</p>'
        f'<a class="button" href="{link.format(at)}">Choose seats</a></div>'
        for at, (title, _, minutes, _) in enumerate(showings)
    ]
    movies = read("Cinema repertoire", rows)
    assert titles(movies) == TITLES
    assert {movie.url for movie in movies} == {None}


def test_official_sites_are_no_addresses_of_movies() -> None:
    rows = [
        f'<section class="movie"><h2>{title}</h2><p>{year} / {minutes} min</p>'
        f'<a href="https://film{at}.example/">Official site</a></section>'
        for at, (title, year, minutes, _) in enumerate(FILMS)
    ]
    movies = read("Films", rows)
    assert titles(movies) == TITLES
    assert {movie.url for movie in movies} == {None}


@pytest.mark.parametrize(
    "around",
    [
        "فيلم {} مترجم",
        "مشاهدة فيلم {} مترجم اون لاين",
        "Phim {} Vietsub",
        "Nonton film {} sub indo",
        "ดูหนัง {} พากย์ไทย",
        "Смотреть фильм {} онлайн",
        "دانلود فیلم {}",
        "Assistir {} dublado online",
        "{} izle",
        "Watch {} full movie",
    ],
)
def test_words_around_every_title_come_off(around: str) -> None:
    rows = [
        f'<a class="item" href="/film/{at}"><img src="{at}.jpg"><h3>{around.format(t)}</h3></a>' for at, t in enumerate(TITLES)
    ]
    assert titles(read("Films, movies", rows)) == TITLES


@pytest.mark.parametrize(
    ("tails", "expected"),
    [
        ((" U", " 15", " PG", " 12A", " 18", " PG"), TITLES),
        ((" (Bärnsten)", " (Sju)", "", " (Hamnen)", " (Urmakaren)", ""), TITLES),
        ((" (Der Weg)", " (Sieben)", " (Hafen)", " (Norden)", " (Uhrmacher)", " (Salz)"), TITLES),
        (("", "", "", "", "", " (Redux)"), [*TITLES[:-1], "Salt (Redux)"]),
        (("", "", " 2", " 3", "", " 15"), [*TITLES[:2], "A Quiet Harbour 2", "North of Nowhere 3", "The Clockmaker", "Salt 15"]),
    ],
)
def test_what_most_titles_end_in_comes_off(tails: tuple[str, ...], expected: list[str]) -> None:
    rows = [
        f'<li class="film"><h3><a href="/film/{at}">{title}{tail}</a></h3><p>{90 + at} min</p></li>'
        for at, (title, tail) in enumerate(zip(TITLES, tails, strict=True))
    ]
    assert titles(read("Films", rows)) == expected


@pytest.mark.parametrize("program", ["henkilo.php?id={}", "/osoba/{}", "/person.aspx?id={}", "/oyuncular/{}", "/realisateurs/{}"])
def test_people_of_a_second_table_are_no_movies(program: str) -> None:
    films = [
        f'<tr><td><a href="elokuva.php?id={n}">{t}</a></td><td>{y}</td><td>{d}</td></tr>' for n, (t, y, _, d) in enumerate(FILMS)
    ]
    people = [
        f'<tr><td><a href="{program.format(n)}">{d}</a></td><td>{y - 60}</td><td></td></tr>'
        for n, (_, y, _, d) in enumerate(FILMS)
    ]
    table = "<table class=found><tr><th>Title</th><th>Year</th><th>Director</th></tr>{}</table>"
    assert titles(read("Film search", [table.format("".join(films)), table.format("".join(people))])) == TITLES


def _cinemas() -> Iterator[str]:
    for at, name in enumerate(("Aigli", "Riviera", "Thision", "Anesis")):
        films = "".join(
            f'<li><a href="/tainia/{(at + k) % 6}">{TITLES[(at + k) % 6]}</a> <em>19.{k}0-21.30</em></li>' for k in range(3)
        )
        yield f'<li><h3><a href="/theatre/{at}">Cine {name}</a></h3><p>{name} Street 12, phone 210 12345</p><ul>{films}</ul></li>'


def test_films_inside_a_list_of_cinemas() -> None:
    assert titles(read("Open-air cinemas", _cinemas(), "<ul>{}</ul>")) == TITLES


def test_a_time_before_a_title_and_its_credits_in_brackets() -> None:
    rows = [
        f'<p><b>1{n}.15</b> <a href="/elokuvat/{n}">{title}</a>'
        f" (ohj. {director}, Suomi/Ruotsi {year}, {minutes} min, K12) – <i>Kino 1</i></p>"
        for n, (title, year, minutes, director) in enumerate(FILMS)
    ]
    movies = read("Elokuvat", rows)
    assert [(movie.title, movie.year, movie.runtime) for movie in movies] == [film[:3] for film in FILMS]


def test_a_blog_that_ranks_films_is_a_list() -> None:
    rows = [
        f"<h3>{6 - n}. <em>{title}</em> ({year})</h3>"
        f"<p><b>Director:</b> {director}<br><b>Starring:</b> Ana Bo, Karl Beck</p><p>Fine.</p>"
        for n, (title, year, _, director) in enumerate(FILMS)
    ]
    head = '<header><a href="/">The Long Look</a></header><h1>The best films, ranked</h1><p>18 May 2024 by Fiona Abbott</p>'
    comment = "<ol><li>Geoff says: <p>No Nine Lanterns (1992)? Come on.</p></ol>"
    html = f"<title>The best films, ranked - The Long Look</title>{head}<article>{''.join(rows)}</article>{comment}"
    movies = parse_html(html, "https://thelonglook.example/2024/05/18/best-films/").movies
    assert [(movie.title, movie.year) for movie in movies] == [film[:2] for film in FILMS]


def test_the_title_of_the_page_and_not_the_english_one_beside_it() -> None:
    rows = [
        f'<div class="movie"><a href="/film/{english.lower()}"><p class="en">{english}</p></a>'
        f'<p class="th">{title}</p><p>101 นาที</p></div>'
        for title, english in (("หลานม่า", "Grandma"), ("ธี่หยด", "Whisperer"), ("วิมานหนาม", "Thorns"), ("แดนสาป", "Cursed"))
    ]
    assert titles(read("ภาพยนตร์", rows)) == ["หลานม่า", "ธี่หยด", "วิมานหนาม", "แดนสาป"]


def test_facts_between_wide_bars() -> None:
    rows = [f"<section class=movie><h2>{t}</h2><p>{y}年／{m}分／監督：{d}</p></section>" for t, y, m, d in FILMS]
    assert [(movie.title, movie.year, movie.runtime) for movie in read("上映作品 映画", rows)] == [film[:3] for film in FILMS]


def test_a_labelled_length_in_hours_of_the_clock() -> None:
    rows = [
        f'<li class="movie"><a href="/m/{n}">{t}</a><p>片長：02時{m % 60:02}分</p></li>' for n, (t, _, m, _) in enumerate(FILMS)
    ]
    assert [movie.runtime for movie in read("電影", rows, "<ul>{}</ul>")] == [120 + minutes % 60 for _, _, minutes, _ in FILMS]

"""Lists of films as students, clubs and old sites write them: little markup, few words, no classes."""

import pytest

from moviescrape import parse_html

FILMS = [("The Amber Road", 1972), ("Coherence", 2013), ("Primer", 2004), ("Moon", 2009)]
PEOPLE = ["Ana Bo", "Cy Do", "Eva Fu", "Jo Ha"]
PAIRS = list(zip(FILMS, PEOPLE, strict=True))


def _page(title: str, headline: str, content: str) -> str:
    return f"<title>{title}</title><h1>{headline}</h1>{content}"


def _joined(pattern: str) -> str:
    return "".join(pattern.format(n=n, title=title, year=year, name=name) for n, ((title, year), name) in enumerate(PAIRS))


PAGES = {
    "items that begin with the title": _page(
        "My favourite movies", "My top four", _joined("<li>{title}<ul><li>Director: {name}</li><li>Year: {year}</li></ul></li>")
    ),
    "items with buttons": _page(
        "Bo's movies",
        "Watchlist",
        _joined("<li>{title} - {year}<span><a href='/edit/{n}'>Edit</a> <a href='/x/{n}'>IMDb</a></span></li>"),
    ),
    "years before titles": _page("Best Picture winners", "Academy Award: winners", _joined("<li>{year} – {title}</li>")),
    "sections without a body tag": "<title>Movie reviews</title><nav><a href=#>Home</a></nav>"
    + _joined(
        "<section id=s{n}><h2>{title}</h2><p><b>Release date:</b> July 1{n}, {year}</p><p><b>Director:</b> {name}</p></section>"
    ),
    "numbered headings": _page(
        "4 movies every programmer should watch",
        "4 movies",
        _joined("<h2>{n}. {title}</h2><p>IMDb: 7.{n}/10 | {year} | 2h {n}m</p><p>A film about time.</p>") + "<h2>Conclusion</h2>",
    ),
    "a table of discs": "<title>My DVDs</title><table><tr><td>Title<td>Year<td>Rating<td>Format"
    + _joined("<tr><td>{title}<td>{year}<td>PG-13<td>DVD")
    + "</table>",
    "preformatted text": "<title>Film series 1997</title><h1>Student film society</h1><pre>\n"
    + "".join(f"Oct {n * 7 + 2:2}   {title:20}({name}, {year}, 9{n} min)\n" for n, ((title, year), name) in enumerate(PAIRS))
    + "</pre>",
    "days before bold titles": _page(
        "Open-air cinema", "Films in July", _joined("<p><b>{n}. 7. {title}</b> (ČR {year}, 9{n} min., režie {name})</p>")
    ),
    "a diary in running text": _page(
        "Film diary",
        "Films of the autumn",
        _joined("<p>{n} October: <b>{title}</b> ({name}, {year}). Long and sad, and one that everybody should see twice.</p>"),
    ),
    "times before titles": _page(
        "קולנוע",
        "קולנוע",
        _joined("<li><i>17:3{n}</i> <b>{title}</b> <span>({year}, 11{n} דק')</span> <em>במאי: {name}</em></li>"),
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_titles_and_years_are_read(page: str) -> None:
    assert [(movie.title, movie.year) for movie in parse_html(page).movies] == FILMS


CARDS = {
    "a table of earnings": _page(
        "Box-office France", "Box-office de la semaine", "<table><tr><th><th>Titre<th>Distributeur<th>Entrées<th>Cumul"
        + _joined("<tr><td>{n}<td>{title}<td>Studio {n}<td>25{n} 123<td>61{n} 700") + "</table>",
    ),
    "directors in elements of that class": _page(
        "Films - Harbour Festival",
        "Programme",
        _joined(
            "<div class='v-title'><a href='/film/{n}'>{title}</a></div><div class='v-field-director'><div>{name}</div></div>"
        ),
    ),
    "cast and director in Hindi": _page(
        "नई फिल्में", "नई फिल्में", _joined("<div><h4>{title}</h4><p>कलाकार: {name}</p><p>निर्देशक: {name}</p></div>")
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", CARDS.values(), ids=CARDS.keys())
def test_titles_are_read(page: str) -> None:
    assert [movie.title for movie in parse_html(page).movies] == [title for title, _ in FILMS]


def test_pictures_of_posters_that_a_database_lends_are_movies() -> None:
    known = ["Parasite", "Bird Box", "Whiplash", "The Irishman", "Schindler's List", "Extraction", "Pulp Fiction", "Red Notice"]
    rows = "".join(
        f'<img class="poster" src="https://image.tmdb.org/t/p/w500/{n}.jpg" alt="{title}">' for n, title in enumerate(known)
    )
    assert [movie.title for movie in parse_html(_page("Netflix clone", "Trending", f"<div>{rows}</div>")).movies] == known


YEARS = {
    "lt": "<p>{year} m. 9{n} min., Lietuva</p><p>Rež. {name}</p>",
    "hy": "<p>Տարեթիվ: {year}</p><p>Տևողություն: 9{n} րոպե</p>",
    "ka": "<p>{year} წ. 9{n} წუთი</p><p>რეჟისორი: {name}</p>",
    "lv": "<p>{year} gads. 9{n} min., režisors: {name}</p>",
}


@pytest.mark.parametrize("line", YEARS.values(), ids=YEARS.keys())
def test_years_are_read_as_each_language_writes_them(line: str) -> None:
    cards = _joined("<div class=film><h3>{title}</h3>" + line + "</div>")
    movies = parse_html(_page("Kino", "Film", cards)).movies
    assert [(movie.title, movie.year) for movie in movies] == FILMS
    assert [movie.runtime for movie in movies] == [90 + n for n, _ in enumerate(FILMS)]


def test_years_in_digits_of_other_scripts_are_read() -> None:
    rows = "".join(
        f"<div><h3>{title} ({year})</h3><p>পরিচালক: মেজবাউর রহমান</p></div>"
        for title, year in (("হাওয়া", "২০২২"), ("পরাণ", "২০২১"), ("সুড়ঙ্গ", "২০২৩"))
    )
    movies = parse_html(_page("বাংলা সিনেমা", "সিনেমা", rows)).movies
    assert [(movie.title, movie.year) for movie in movies] == [("হাওয়া", 2022), ("পরাণ", 2021), ("সুড়ঙ্গ", 2023)]


def test_short_blocks_of_lines_are_one_list() -> None:
    lines = [["Coherence (2013)", "Primer (2004)", "Moon (2009)"], ["Up (2009)", "Ran (1985)", "Big (1988)"]]
    blocks = "".join(f"<h2>{day} May</h2><p>{'<br>'.join(some)}</p>" for day, some in enumerate(lines, 1))
    movies = parse_html(_page("Movies leaving soon", "Movies", blocks)).movies
    assert [f"{movie.title} ({movie.year})" for movie in movies] == [line for some in lines for line in some]


def test_a_credit_of_a_picture_takes_no_facts_away() -> None:
    cards = _joined("<div class=film><h3>{title}</h3><p>Directed by {name}. Japan {year}, 9{n} min. Photo © Toho 2001</p></div>")
    movies = parse_html(_page("Films", "Films", cards)).movies
    assert [(movie.title, movie.year, movie.runtime) for movie in movies] == [
        (title, year, 90 + n) for n, (title, year) in enumerate(FILMS)
    ]


def test_films_named_by_numbers_are_movies() -> None:
    films = [("1917", 2019), ("300", 2006), ("Ran", 1985)]
    cards = "".join(
        f'<div class=film><h3><a href="/film/{n}">{title}</a> ({year})</h3><p>Directed by Cy Do. 10{n} min</p></div>'
        for n, (title, year) in enumerate(films)
    )
    assert [(movie.title, movie.year) for movie in parse_html(_page("Films", "Films", cards)).movies] == films


def test_the_address_of_a_picture_or_a_service_is_no_movies() -> None:
    cards = _joined(
        '<div class=film data-image-url="/img/{n}/w500"><h3>{title}</h3><p>{year}</p><b data-api-url="/api/{n}"></b></div>'
    )
    assert {movie.url for movie in parse_html(_page("Films", "Films", cards), "https://example.org/films").movies} == {None}


def test_other_titles_beside_titles_are_no_movies() -> None:
    cards = "".join(
        f'<div class=film><span class=title>{title}</span><i class="{"alt-title" if n % 2 else "year"}">{title[::-1]}</i>'
        f"<p>{year}, 9{n} min</p></div>"
        for n, (title, year) in enumerate(FILMS)
    )
    assert [movie.title for movie in parse_html(_page("Films", "Films", cards)).movies] == [title for title, _ in FILMS]

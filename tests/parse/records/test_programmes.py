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


@pytest.mark.parametrize(
    "line",
    [
        "<li><strong>{title}</strong>, reż. Anna Kowal, Polska {year}, {minutes}'</li>",
        "<li><b>{title}</b> (France, {year}, {minutes} min)</li>",
        "<p><b>{title}</b><br>D {year}, {minutes} min, Regie: Anna Kowal, mit Karl Beck</p>",
        "<p><b>{title}</b><br>Suomi {year}, K-12, {minutes} min, ohjaus: Anna Kowal</p>",
        "<dt>{title}</dt><dd>Sverige {year}. Regi: Anna Kowal. I rollerna: Karl Beck. {minutes} min. Från 11 år.</dd>",
        "<div><h4>{title}</h4><span>Česko {year}</span> <span>{minutes} min</span> <span>česky</span></div>",
        "<div><h4>{title}</h4><p>Director: Anna Kowal. UK. {year}. {minutes} mins</p></div>",
        "<div><h4>{title}</h4><p>日本 / {year}年製作 / {minutes}分</p></div>",
    ],
)
def test_a_line_of_credits_behind_each_title(line: str) -> None:
    """Festivals print country, year, length and people of a film in one line: lists are read like pages about one film."""
    body = "".join(line.format(title=title, year=1950 + n, minutes=90 + n) for n, title in enumerate(TITLES))
    for title in ("Programme of the film festival", "Filmfestival"):
        movies = movies_of(f"<h1>Programme</h1><div>{body}</div>", title)
        assert [(m.title, m.year, m.runtime) for m in movies] == [(t, 1950 + n, 90 + n) for n, t in enumerate(TITLES)]
        assert {m.directors for m in movies} <= {(), ("Anna Kowal",)}
        assert {m.actors for m in movies} <= {(), ("Karl Beck",)}


@pytest.mark.parametrize(
    ("titles", "heading"),
    [
        (("長い夜", "南の雪", "古い町", "少年と川", "遠い山"), "映画ランキング"),
        (("长夜将尽", "南方的雪", "旧城", "少年与河", "远山"), "电影排行榜"),
        (("ดาวเหนือ", "ทางกลับบ้าน", "เงาในน้ำ", "รักแรก", "ปลายฝน"), "ภาพยนตร์"),
    ],
)
def test_titles_of_scripts_without_spaces(titles: tuple[str, ...], heading: str) -> None:
    """A title of one "word" speaks against a film where words are parted, and says nothing where they are not."""
    rows = "".join(f"<li><a href='/subject/{n}/'>{t}</a><em>({2001 + n})</em></li>" for n, t in enumerate(titles))
    movies = movies_of(f"<h1>{heading}</h1><ol>{rows}</ol>", heading)
    assert [(m.title, m.year) for m in movies] == [(t, 2001 + n) for n, t in enumerate(titles)]


@pytest.mark.parametrize(
    ("alt", "length", "minutes"),
    [
        ("Cartaz do filme {title}", "1h4{n}", 100),
        ("Poster of the film {title}", "10{n} min", 100),
        ("Plakat zum Film {title}", "10{n}'", 100),
        ("โปสเตอร์ {title}", "ความยาว 10{n} นาที", 100),
    ],
)
def test_the_text_of_a_poster_names_the_film(alt: str, length: str, minutes: int) -> None:
    tiles = "".join(
        f"<a class='tile' href='/film/{t.lower().replace(' ', '-')}'><img src='{n}.jpg' alt='{alt.format(title=t)}'>"
        f"<span>{length.format(n=n)}</span><span>12 anos</span></a>"
        for n, t in enumerate(TITLES)
    )
    movies = movies_of(f"<h1>Films</h1><div>{tiles}</div>", "Films in the cinema")
    assert [(m.title, m.runtime) for m in movies] == [(t, minutes + n) for n, t in enumerate(TITLES)]


@pytest.mark.parametrize("score", ["⭐ {}", "★ {}", "⭐{}/10", "⭐️ {}", "🌟 {} / 10"])
def test_one_star_before_a_number_is_the_sign_of_a_rating(score: str) -> None:
    films = cards(
        f"<div class='movie'><h3>{t} ({1990 + n})</h3><span class='badge'>{score.format(f'{6 + n / 10:.1f}')}</span></div>"
        for n, t in enumerate(TITLES)
    )
    assert [m.rating for m in movies_of(films, "Movies")] == [6 + n / 10 for n in range(len(TITLES))]


@pytest.mark.parametrize(
    "line",
    [
        "De Ana Bo avec Cy Do, Eva Fu",
        "By Ana Bo with Cy Do, Eva Fu",
        "Di Ana Bo con Cy Do, Eva Fu",
        "Avec Cy Do, Eva Fu",
        "With Cy Do, Eva Fu",
        "Mit Cy Do, Eva Fu",
        "Con Cy Do, Eva Fu.",
        "Met Cy Do en Eva Fu",
    ],
)
def test_people_behind_a_preposition(line: str) -> None:
    films = cards(f"<div class='film'><h3>{t}</h3><p>{90 + n} min</p><p>{line}</p></div>" for n, t in enumerate(TITLES))
    movies = movies_of(films, "Films in the cinema")
    assert {(movie.directors, movie.actors) for movie in movies} <= {
        (("Ana Bo",), ("Cy Do", "Eva Fu")),
        ((), ("Cy Do", "Eva Fu")),
    }
    assert len(movies) == len(TITLES)


@pytest.mark.parametrize("line", ["With a talk", "De la mer au loin", "Con Air", "Met Opera", "Mit Untertiteln", "By the river"])
def test_what_else_stands_behind_a_preposition_is_nobody(line: str) -> None:
    films = cards(f"<div class='film'><h3>{t}</h3><p>{90 + n} min</p><p>{line}</p></div>" for n, t in enumerate(TITLES))
    assert {(movie.directors, movie.actors) for movie in movies_of(films, "Films in the cinema")} == {((), ())}


@pytest.mark.parametrize(
    "length",
    [
        "{} menit",
        "{} minit",
        "{} dk",
        "{} phút",
        "{} นาที",
        "{} мин",
        "{} хв",
        "{} λεπτά",
        "{} דקות",
        "{} دقيقة",
        "{} मिनट",
        "{}分",
        "{}분",
        "{} perc",
        "{} minuten",
        "{} minutos",
        "{} min.",
        "{}'",
        "{} perces",
        "{} минути",
        "{} րոպե",
        "{} წთ",
        "{} minučių",
    ],
)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<small>Drama | {}</small> <a href='/tickets'>Tickets</a>", "<p>Drama, {}</p>"])
def test_running_times_of_many_languages_in_lists(length: str, form: str) -> None:
    films = cards(f"<div class='film'><h3>{t}</h3>{form.format(length.format(90 + n))}</div>" for n, t in enumerate(TITLES))
    movies = movies_of(films, "Films in the cinema")
    assert [(m.title, m.runtime) for m in movies] == [(t, 90 + n) for n, t in enumerate(TITLES)]


def test_a_year_in_brackets_right_behind_a_title() -> None:
    rows = "".join(
        f"<div class='item'><p><strong>{t}</strong> ({1990 + n})</p><p>★★★☆☆</p></div>" for n, t in enumerate(TITLES[:4])
    )
    movies = movies_of(f"<h1>Filmes que vi</h1>{rows}", "Os meus filmes")
    assert [(m.title, m.year, m.rating) for m in movies] == [(t, 1990 + n, 6.0) for n, t in enumerate(TITLES[:4])]


def test_data_in_the_words_of_tmdb_is_of_films() -> None:
    films = ",".join(
        f'{{"id":{n},"title":"{t}","release_date":"20{10 + n}-03-04","vote_average":7.{n},"runtime":{100 + n}}}'
        for n, t in enumerate(TITLES[:3])
    )
    for key, expected in (("release_date", 3), ("first_air_date", 0)):
        body = f"<div id=app></div><script>window.__STATE__={{'list':[{films.replace('release_date', key)}]}}</script>"
        assert len(movies_of(body.replace("'", '"'), "FlickFinder: movies")) == expected


@pytest.mark.parametrize("part", ["article", "section", "li"])
def test_the_header_of_a_part_of_a_page_is_no_menu(part: str) -> None:
    facts = "<ul><li>Regi: Ana Bo</li><li>År: {}</li><li>Lengde: {} min</li></ul>"
    films = "".join(
        f"<{part} class='post'><header><h3><a href='/program/{n}'>{t}</a></h3></header>{facts.format(1990 + n, 90 + n)}</{part}>"
        for n, t in enumerate(TITLES)
    )
    movies = movies_of(f"<header><a href='/'>Home</a></header><h1>Vårprogrammet</h1>{films}", "Program - Filmklubben")
    assert [(m.title, m.year, m.runtime) for m in movies] == [(t, 1990 + n, 90 + n) for n, t in enumerate(TITLES)]


def test_a_certificate_is_a_word_for_films() -> None:
    """Nothing on the page says "film", but "Rated PG-13" is said of films alone."""
    said = "<p>Directed by Ana Bo. 1h 4{}m. Rated PG-13.</p><p>Mon 6:15 PM, Tue 8:40 PM</p>"
    card = f"<div class='item'><a href='/now/{{}}'>{{}}</a>{said}</div>"
    shows = "".join(card.format(t.lower().replace(" ", "-"), t, n) for n, t in enumerate(TITLES))
    movies = movies_of(f"<h1>Now Playing</h1>{shows}", "Now Playing - Elm Street Theatre", url=None)
    assert [(m.title, m.runtime, m.directors) for m in movies] == [(t, 100 + n, ("Ana Bo",)) for n, t in enumerate(TITLES)]
    unrated = shows.replace("Rated PG-13.", "Bar open.")
    assert movies_of(f"<h1>Now Playing</h1>{unrated}", "Now Playing - Elm Street Theatre", url=None) == ()


def test_what_a_shop_sells_is_no_film_whatever_the_shop_is_called() -> None:
    item = "<div class='{}'><h3><a href='/p/{}'>{} ({})</a></h3><span>$ {}</span><span>★ 4.{}</span></div>"
    for name, expected in (("product", 0), ("movie", len(TITLES))):
        goods = "".join(item.format(name, n, t, 1970 + n, 90 + n, n) for n, t in enumerate(TITLES))
        assert len(movies_of(f"<h1>Film cameras</h1>{goods}", "Film cameras - Photo Store", url=None)) == expected


def test_rows_that_are_counted_in_a_cell_of_their_own() -> None:
    row = "<tr><td>{}.</td><td>{}</td><td>{}</td><td>***</td></tr>"
    rows = "".join(row.format(n + 1, t, 1990 + n) for n, t in enumerate(TITLES))
    movies = movies_of(f"<h1>Elokuvapäiväkirja</h1><table>{rows}</table>", "Elokuvapäiväkirja", url=None)
    assert [(m.title, m.year) for m in movies] == [(t, 1990 + n) for n, t in enumerate(TITLES)]


@pytest.mark.parametrize(("said", "rating"), [("7.{}", True), ("1{}", False)])
def test_a_header_that_names_ratings_and_certificates_is_read_by_its_numbers(said: str, *, rating: bool) -> None:
    head = "<tr><th>Nombre</th><th>Año</th><th>Calificación</th></tr>"
    rows = "".join(f"<tr><td>{t}</td><td>{1990 + n}</td><td>{said.format(n)}</td></tr>" for n, t in enumerate(TITLES))
    movies = movies_of(f"<h2>Películas</h2><table>{head}{rows}</table>", "Películas", url=None)
    assert [movie.rating for movie in movies] == [(7 + n / 10 if rating else None) for n in range(len(TITLES))]


@pytest.mark.parametrize(
    ("body", "rating"),
    [
        ("<p class='score'>8.2</p>", 8.2),
        ("<p class='x'>8.2</p>", None),
        ("<p class='score'>8.2</p><p class='score'>7.1</p>", None),
        ("<p class='score'>4.1</p>", None),
    ],
)
def test_the_only_number_named_a_score_is_the_movie_s(body: str, rating: float | None) -> None:
    facts = "<p>导演：林涛</p><p>主演：何欣 / 曹阳</p><p>年份：2019</p><p>片长：116分钟</p>"
    movies = movies_of(f"<h1>北方来信</h1>{facts}{body}", "北方来信 - 在线观看", url=None)
    assert [(m.title, m.year, m.runtime, m.rating) for m in movies] == [("北方来信", 2019, 116, rating)]


def test_pictures_taken_on_film_are_no_films() -> None:
    figure = "<figure><img src='{}.jpg' alt='{}'><figcaption>{}, {}</figcaption></figure>"
    for title, expected in (("Film photography: shot on film", 0), ("Films of the archive", len(TITLES))):
        figures = "".join(figure.format(n, t, t, 1990 + n) for n, t in enumerate(TITLES))
        assert len(movies_of(f"<h1>{title}</h1>{figures}", title, url=None)) == expected


@pytest.mark.parametrize("score", ["IMDb rating: {}", "imdb {}", "IMDb: {}", "IMDB score {}", "IMDb puanı {}"])
def test_imdb_s_score_in_a_line(score: str) -> None:
    line = "<li><a href='https://www.imdb.com/title/tt990000{}/'>{}</a> - {} - {}</li>"
    rows = "".join(line.format(n, t, 1990 + n, score.format(f"{6 + n / 10:.1f}")) for n, t in enumerate(TITLES))
    movies = movies_of(f"<h2>Movies I recommend</h2><ul>{rows}</ul>", "Movies I recommend", url=None)
    assert [(m.title, m.rating) for m in movies] == [(t, 6 + n / 10) for n, t in enumerate(TITLES)]

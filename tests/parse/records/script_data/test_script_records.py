"""Movies that stand only in a page's scripts: by the shape of the data, whatever the framework, the path and the keys."""

import json
from html import escape
from typing import Any

import pytest

from moviescrape.movie import Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

URL = "https://rialto.example/programme"
TITLES = ("Amber Road", "The Quiet Pier", "Nine Lanterns", "Salt and Rust", "A Map of Rain")
PEOPLE = ("Ana Bo", "Cy Do", "Eva Fu", "Gil Ho", "Ida Jo")


def movies_of(
    scripts: str, title: str = "Rialto", url: str | None = URL, body: str = "<div id='app'></div>"
) -> tuple[Movie, ...]:
    html = f"<html><head><title>{title}</title></head><body>{body}{scripts}</body></html>"
    return parse_page(Page(html.encode(), url=url)).movies


def film(number: int) -> dict[str, Any]:
    return {
        "id": 100 + number,
        "title": TITLES[number],
        "slug": TITLES[number].lower().replace(" ", "-"),
        "url": f"/films/{number}",
        "director": PEOPLE[number],
        "cast": [PEOPLE[number - 1], PEOPLE[number - 2]],
        "runtime": 90 + number,
        "releaseYear": 1990 + number,
        "rating": 7.1 + number / 10,
    }


FILMS = [film(number) for number in range(5)]


def renamed(names: dict[str, str]) -> list[dict[str, Any]]:
    """Return the films with other keys; those not named are left out."""
    return [{names[key]: value for key, value in each.items() if key in names} for each in FILMS]


def with_values(**changes: Any) -> list[dict[str, Any]]:
    return [{**each, **{key: change(each) for key, change in changes.items()}} for each in FILMS]


def state(value: object, variable: str = "window.__INITIAL_STATE__") -> str:
    return f"<script>{variable} = {json.dumps(value)};</script>"


def next_data(value: object) -> str:
    data = {"props": {"pageProps": value}, "page": "/programme", "query": {}, "buildId": "x"}
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


def next_stream(value: object) -> str:
    """Return what Next.js streams: one text cut into several scripts."""
    text = '0:["$","div",null,{}]\n5:["$","$L6",null,' + json.dumps(value) + "]\n"
    parts = [text[: len(text) // 2], text[len(text) // 2 :]]
    pushes = "".join(f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in parts)
    return f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{pushes}"


def nuxt_payload(value: object) -> str:
    """Return a value as Nuxt 3 writes it: a flat list, members by their places in it."""
    flat: list[object] = []

    def add(each: object) -> int:
        place = len(flat)
        flat.append(None)
        if isinstance(each, dict):
            flat[place] = {key: add(member) for key, member in each.items()}
        elif isinstance(each, list):
            flat[place] = [add(member) for member in each]
        else:
            flat[place] = each
        return place

    flat.append(["ShallowReactive", 1])
    add({"data": value, "state": {}})
    return f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(flat)}</script>'


def literal(value: Any) -> str:
    """Return a value as a JavaScript literal: bare keys, single quotes, a comma behind the last member."""
    if isinstance(value, dict):
        return "{" + "".join(f"{key}: {literal(member)}, " for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + "".join(f"{literal(member)}, " for member in value) + "]"
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)


def apollo() -> str:
    cache: dict[str, Any] = {"ROOT_QUERY": {"__typename": "Query", "films": [{"__ref": f"Film:{n}"} for n in range(5)]}}
    for number, each in enumerate(FILMS):
        people = {"director": {"__ref": f"Person:{number}"}, "cast": [{"__ref": f"Person:{(number + n) % 5}"} for n in (4, 3)]}
        cache[f"Film:{number}"] = {"__typename": "Film", **each, **people}
        cache[f"Person:{number}"] = {"__typename": "Person", "id": number, "name": PEOPLE[number]}
    return state(cache, "window.__APOLLO_STATE__")


def wordpress() -> str:
    posts = [
        {
            "id": n,
            "type": "film",
            "link": f"https://rialto.example/films/{n}",
            "title": {"rendered": each["title"]},
            "acf": {"director": each["director"], "cast": ", ".join(each["cast"]), "runtime": f"{each['runtime']} min"}
            | {"year": str(each["releaseYear"]), "rating": each["rating"]},
        }
        for n, each in enumerate(FILMS)
    ]
    return f"<script type='text/javascript'>/* <![CDATA[ */ var rialto_data = {json.dumps({'posts': posts})}; /* ]]> */</script>"


def showings() -> str:
    times = [{"id": n, "time": f"2026-11-2{n % 7}T20:00", "screen": "2", "film": FILMS[n % 5]} for n in range(12)]
    return state({"cinema": {"name": "Rialto", "address": "Low Street 1"}, "sessions": times})


def attribute(value: object, name: str = "data-page") -> str:
    return f'<div id="page" {name}="{escape(json.dumps(value))}"></div>'


def typed(value: object) -> object:
    """Return a value as Astro passes it: each member with the number of its type."""
    if isinstance(value, dict):
        return {key: [0, typed(member)] for key, member in value.items()}
    return [[0, typed(member)] for member in value] if isinstance(value, list) else value


def fetched() -> str:
    answer = {"status": 200, "headers": {}, "body": json.dumps({"films": FILMS})}
    return f"<script type='application/json' data-sveltekit-fetched data-url='/api'>{json.dumps(answer)}</script>"


def angular() -> str:
    text = json.dumps({"G.1": {"body": {"films": FILMS}}}).replace('"', "&q;")
    return f'<script id="serverApp-state" type="application/json">{text}</script>'


CARRIERS = {
    "inertia": attribute({"component": "Programme", "props": {"films": FILMS}}),
    "vue": attribute(FILMS, ":films"),
    "attribute in single quotes": f"<div data-films='{json.dumps(FILMS)}'></div>",
    "astro": attribute(typed({"films": FILMS}), "props"),
    "sveltekit": fetched(),
    "angular": angular(),
    "one at a time": "<script>var films = [];" + "".join(f"films.push({json.dumps(each)});" for each in FILMS) + "</script>",
    "next": next_data({"films": FILMS}),
    "next, nested in pages": next_data({"data": {"pages": [{"results": FILMS[:3]}, {"results": FILMS[3:]}], "films": True}}),
    "next stream": next_stream({"films": FILMS}),
    "nuxt 2": f"<script>window.__NUXT__=(function(a,b){{return {{layout:a,data:[{{films:{literal(FILMS)}}}]}}}}(1,2))</script>",
    "nuxt 3": nuxt_payload({"films": FILMS}),
    "redux": state({"films": {"byId": {str(each["id"]): each for each in FILMS}, "allIds": [1]}, "user": None}),
    "redux, literal": f"<script>var store = {{films: {literal(FILMS)}}};</script>",
    "parsed": f"<script>window.films = JSON.parse({json.dumps(json.dumps(FILMS))});</script>",
    "json:api": next_data({"data": [{"type": "film", "id": n, "attributes": each} for n, each in enumerate(FILMS)]}),
    "graphql": next_data({"allFilms": {"edges": [{"cursor": str(n), "node": each} for n, each in enumerate(FILMS)]}}),
    "apollo": apollo(),
    "wordpress": wordpress(),
    "search index": state({"hits": {"total": 5, "hits": [{"_index": "films", "_source": each} for each in FILMS]}}),
    "showings": showings(),
    "days": state([{"date": f"2026-11-2{n}", "films": [FILMS[n], FILMS[n - 1]]} for n in range(5)], "var days"),
    "one a day": state({"days": [{"date": f"2026-11-2{n}", "films": [FILMS[n]]} for n in range(5)]}),
    "json script": f"<script type='application/json' data-drupal-selector='x'>{json.dumps({'view': {'films': FILMS}})}</script>",
    "call": f"<script>App.render('list', {json.dumps({'films': FILMS})}, document.body)</script>",
}


@pytest.mark.parametrize("scripts", [pytest.param(html, id=name) for name, html in CARRIERS.items()])
def test_films_in_any_carrier(scripts: str) -> None:
    movies = sorted(movies_of(scripts), key=lambda movie: TITLES.index(movie.title))
    assert [movie.title for movie in movies] == list(TITLES)
    assert [movie.year for movie in movies] == [1990, 1991, 1992, 1993, 1994]
    assert [movie.runtime for movie in movies] == [90, 91, 92, 93, 94]
    assert movies[1].actors == ("Ana Bo", "Ida Jo")
    assert movies[1].directors == ("Cy Do",)
    assert movies[1].rating == 7.2
    assert movies[1].url == "https://rialto.example/films/1"


SPANISH = {
    "title": "titulo",
    "url": "enlace",
    "director": "director",
    "cast": "reparto",
    "runtime": "duracion",
    "releaseYear": "anio",
}
GERMAN = {"title": "filmtitel", "director": "regie", "cast": "darsteller", "runtime": "laufzeit", "releaseYear": "jahr"}
FRENCH = {"title": "titre", "director": "realisateur", "cast": "acteurs", "runtime": "duree", "releaseYear": "annee"}
ITALIAN = {"title": "titolo", "director": "regista", "cast": "attori", "runtime": "durata", "releaseYear": "anno"}
POLISH = {"title": "tytul", "director": "rezyser", "cast": "aktorzy", "runtime": "czas_trwania", "releaseYear": "rok_produkcji"}
CZECH = {"title": "nazev", "director": "rezie", "cast": "hraji", "runtime": "delka", "releaseYear": "rok"}
TURKISH = {"title": "baslik", "director": "yonetmen", "cast": "oyuncular", "runtime": "sure", "releaseYear": "yil"}
SNAKE = {
    "title": "film_title",
    "director": "film_director",
    "cast": "cast_members",
    "runtime": "running_time",
    "releaseYear": "release_year",
}
PASCAL = {"title": "Title", "director": "Director", "cast": "Cast", "runtime": "RunningTime", "releaseYear": "Year"}
OMDB = {"title": "Title", "director": "Director", "cast": "Actors", "runtime": "Runtime", "releaseYear": "Released"}


@pytest.mark.parametrize("names", [SPANISH, GERMAN, FRENCH, ITALIAN, POLISH, CZECH, TURKISH, SNAKE, PASCAL, OMDB])
def test_keys_in_other_languages_and_spellings(names: dict[str, str]) -> None:
    movies = movies_of(state({"films": renamed(names)}))
    assert [movie.title for movie in movies] == list(TITLES)
    assert [(movie.year, movie.runtime, movie.directors) for movie in movies][1] == (1991, 91, ("Cy Do",))
    assert movies[1].actors == ("Ana Bo", "Ida Jo")


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"runtime": lambda each: each["runtime"] * 60}, "runtime", 91),
        ({"runtime": lambda each: f"PT1H{each['runtime'] - 60}M"}, "runtime", 91),
        ({"runtime": lambda each: f"1h {each['runtime'] - 60}min"}, "runtime", 91),
        ({"runtime": lambda each: str(each["runtime"])}, "runtime", 91),
        ({"runtime": lambda each: {"minutes": each["runtime"], "text": "long"}}, "runtime", 91),
        ({"runtime": lambda each: {"seconds": each["runtime"] * 60}}, "runtime", 91),
        ({"runtime": lambda _: 0}, "runtime", None),
        ({"rating": lambda each: each["rating"] * 10}, "rating", 7.2),
        ({"rating": lambda each: {"value": each["rating"] / 2, "best": 5}}, "rating", 7.2),
        ({"rating": lambda each: f"{each['rating'] * 10:.0f}%"}, "rating", 7.2),
        ({"rating": lambda each: [15, 18, 12, 6, 18][each["id"] - 100]}, "rating", None),
        ({"rating": lambda each: "PG-13"}, "certificate", "PG-13"),
        ({"releaseYear": lambda each: f"{each['releaseYear']}-03-02"}, "year", 1991),
        ({"cast": lambda each: [{"name": name, "character": "X"} for name in each["cast"]]}, "actors", ("Ana Bo", "Ida Jo")),
        ({"cast": lambda each: [{"person": {"name": name}} for name in each["cast"]]}, "actors", ("Ana Bo", "Ida Jo")),
        ({"cast": lambda each: {"edges": [{"node": {"name": name}} for name in each["cast"]]}}, "actors", ("Ana Bo", "Ida Jo")),
        (
            {"cast": lambda each: [dict(zip(("firstName", "lastName"), n.split(), strict=True)) for n in each["cast"]]},
            "actors",
            ("Ana Bo", "Ida Jo"),
        ),
        ({"cast": lambda each: " / ".join(each["cast"])}, "actors", ("Ana Bo", "Ida Jo")),
        ({"director": lambda each: {"name": each["director"], "slug": "x"}}, "directors", ("Cy Do",)),
        ({"title": lambda each: {"en": each["title"], "cy": "Ffilm"}}, "title", "The Quiet Pier"),
        ({"title": lambda each: f"<i>{each['title']}</i>"}, "title", "The Quiet Pier"),
        (
            {"url": lambda each: f"https://rialto.example/films/{each['id']}?utm_source=x#top"},
            "url",
            "https://rialto.example/films/101",
        ),
        ({"url": lambda each: f"https://distributor.example/{each['id']}"}, "url", None),
        ({"url": lambda each: f"/book/{each['id']}"}, "url", None),
    ],
)
def test_values_in_other_forms(changes: dict[str, Any], field: str, value: object) -> None:
    movies = movies_of(state({"films": with_values(**changes)}))
    assert len(movies) == len(TITLES)
    assert getattr(movies[1], field) == value


def test_a_crew_gives_directors_and_actors() -> None:
    films = [
        {"title": each["title"], "runtime": each["runtime"], "year": each["releaseYear"]}
        | {"credits": [{"name": each["director"], "job": "Director"}, {"name": "Ola Py", "job": "Director of Photography"}]}
        for each in FILMS
    ]
    movies = movies_of(state({"films": films}))
    assert [movie.directors for movie in movies] == [(name,) for name in PEOPLE]


def test_a_cast_that_holds_the_director() -> None:
    films = with_values(
        cast=lambda each: [
            {"firstName": "Ola", "lastName": "Py", "personType": "Director"},
            {"firstName": "Cy", "lastName": "Do", "personType": "Actor"},
        ]
    )
    movie = movies_of(state({"films": [{key: each[key] for key in ("title", "cast", "runtime")} for each in films]}))[0]
    assert (movie.directors, movie.actors) == (("Ola Py",), ("Cy Do",))


def test_placeholders_and_years_of_several_films_are_gaps() -> None:
    films = with_values(cast=lambda _: "n/a", releaseYear=lambda each: "1984 & 1987" if each["id"] % 2 else 1984)
    movies = movies_of(state({"films": films}))
    assert [movie.actors for movie in movies] == [()] * 5
    assert [movie.year for movie in movies] == [1984, None, 1984, None, 1984]


KNOWN_SHAPES: dict[str, list[dict[str, Any]]] = {
    "results of a film API": [
        {
            "id": n,
            "title": t,
            "original_title": t,
            "overview": "A road.",
            "poster_path": "/x.jpg",
            "release_date": f"{1990 + n}-03-02",
        }
        | {"vote_average": 7.1, "vote_count": 12, "genre_ids": [28, 12], "adult": False, "video": False}
        for n, t in enumerate(TITLES)
    ],
    "search results": [
        {"Title": t, "Year": str(1990 + n), "imdbID": f"tt000000{n}", "Type": "movie"} for n, t in enumerate(TITLES)
    ],
    "watched films": [
        {"watchers": n, "movie": {"title": t, "year": 1990 + n, "ids": {"imdb": f"tt000000{n}", "slug": "x"}}}
        for n, t in enumerate(TITLES)
    ],
    "Korean keys": [
        {"movieNm": t, "prdtYear": str(1990 + n), "genreAlt": "x", "directors": [{"peopleNm": "Bo"}]}
        for n, t in enumerate(TITLES)
    ],
    "Russian names": [
        {
            "nameRu": t,
            "nameEn": None,
            "nameOriginal": "Doroga",
            "year": 1990 + n,
            "filmLength": 90,
            "genres": [{"genre": "драма"}],
        }
        for n, t in enumerate(TITLES)
    ],
    "festival": [
        {"name": t, "details": {"runtime": 90, "year": 1990 + n, "country": "Latvia"}, "credits": {"director": "Ana Bo"}}
        for n, t in enumerate(TITLES)
    ],
}


@pytest.mark.parametrize("name", KNOWN_SHAPES)
def test_shapes_of_film_data(name: str) -> None:
    movies = movies_of(next_data({"results": KNOWN_SHAPES[name]}), title="Cinema Rialto")
    assert [movie.title for movie in movies] == list(TITLES)
    assert [movie.year for movie in movies] == [1990, 1991, 1992, 1993, 1994]


def test_a_cinema_that_says_little_of_its_films() -> None:
    films = [
        {
            "id": f"ho{n}",
            "name": t,
            "length": 90 + n,
            "posterLink": f"/p/{n}.jpg",
            "link": f"/films/{n}",
            "releaseYear": str(1990 + n),
        }
        for n, t in enumerate(TITLES)
    ]
    movies = movies_of(
        state({"body": {"films": films, "events": [{"filmId": "ho1", "time": "20:00"}] * 3}}), title="Cinema Rialto"
    )
    assert [(movie.title, movie.runtime) for movie in movies] == [(t, 90 + n) for n, t in enumerate(TITLES)]


def test_a_slug_leads_to_the_link_of_the_page_that_ends_in_it() -> None:
    films = [{key: value for key, value in each.items() if key != "url"} for each in FILMS]
    links = "".join(f"<a href='/f/{each['slug']}/'></a>" for each in FILMS)
    movies = movies_of(state({"films": films}), body=links)
    assert movies[0].url == "https://rialto.example/f/amber-road/"
    assert movies_of(state({"films": films}))[0].url is None


def test_premieres_within_a_season_are_no_years_of_release() -> None:
    films = [{key: value for key, value in each.items() if key != "releaseYear"} | {"premiere": "2026-11-20"} for each in FILMS]
    assert {movie.year for movie in movies_of(state({"films": films}))} == {None}


def test_series_among_films_are_left_out() -> None:
    mixed = [{**each, "mediaType": "tv" if each["id"] % 2 else "movie"} for each in FILMS]
    assert [movie.title for movie in movies_of(state({"results": mixed}))] == [TITLES[0], TITLES[2], TITLES[4]]


def test_lists_of_other_films_beside_are_left_out() -> None:
    data = {"films": FILMS[:2], "relatedFilms": FILMS[2:4], "recommendations": {"items": FILMS[3:]}}
    assert [movie.title for movie in movies_of(next_data(data))] == list(TITLES[:2])


def test_films_inside_films_are_left_out() -> None:
    films = [
        {**each, "director": {"name": each["director"], "films": [{**FILMS[4], "title": f"Early {n}"}]}}
        for n, each in enumerate(FILMS)
    ]
    assert [movie.title for movie in movies_of(state({"films": films}))] == list(TITLES)


def test_the_page_fills_the_gaps_of_its_script() -> None:
    shown = "".join(
        f"<div class='film-card'><a href='/films/{n}'><h3>{t}</h3></a><p>Language: English</p><p>Director: {PEOPLE[n]}</p>"
        f"<p>Genre: Drama</p><p>{90 + n} min</p></div>"
        for n, t in enumerate(TITLES[:4])
    )
    movies = movies_of(state({"films": FILMS}), title="Films", body=shown)
    assert [movie.title for movie in movies] == list(TITLES)
    assert movies[0].genres == ("Drama",)
    assert movies[0].year == FILMS[0]["releaseYear"]


OTHERS: dict[str, Any] = {
    "products": [
        {"title": t, "price": 9.9, "sku": f"x{n}", "rating": 4, "url": f"/p/{n}", "year": 2000} for n, t in enumerate(TITLES)
    ],
    "dvds": [{"title": t, "price": 9.9, "sku": f"x{n}", "genre": "Drama", "format": "DVD"} for n, t in enumerate(TITLES)],
    "books": [{"title": t, "author": "Ana Bo", "isbn": "978", "year": 1990, "genre": "Novel", "rating": 4.2} for t in TITLES],
    "albums": [{"title": t, "artist": "Ana Bo", "release_date": "1990-01-01", "genre": "Jazz", "duration": 2400} for t in TITLES],
    "games": [
        {"title": t, "platforms": ["PC"], "developer": "Bo", "release_date": "2020-01-01", "genres": ["RPG"]} for t in TITLES
    ],
    "series": [{"title": t, "seasons": 3, "episodes": 24, "cast": ["Ana Bo"], "year": 2019, "genres": ["Drama"]} for t in TITLES],
    "episodes": [{"title": t, "season": 1, "episode": n, "director": "Ana Bo", "runtime": 45} for n, t in enumerate(TITLES)],
    "recipes": [{"name": t, "duration": "PT30M", "rating": 4.5, "ingredients": ["salt"], "servings": 4} for t in TITLES],
    "hotels": [
        {"name": t, "rating": 8.4, "address": "Low Street 1", "city": "Riga", "url": f"/h/{n}"} for n, t in enumerate(TITLES)
    ],
    "events": [
        {"title": t, "date": "2026-11-20", "venue": "Hall", "url": f"/e/{n}", "duration": 90} for n, t in enumerate(TITLES)
    ],
    "plays": [{"title": t, "director": "Ana Bo", "cast": ["Cy Do"], "runningTime": 120, "genre": "Comedy"} for t in TITLES],
    "concerts": [{"title": t, "conductor": "Ana Bo", "duration": 100, "date": "2026-11-20"} for t in TITLES],
    "courses": [{"title": t, "instructor": "Ana Bo", "duration": "6 h", "language": "English", "rating": 4.7} for t in TITLES],
    "podcasts": [
        {"title": t, "duration": 3600, "description": "x", "date": "2026-01-01", "url": f"/p/{n}"} for n, t in enumerate(TITLES)
    ],
    "videos": [{"title": t, "duration": 300, "views": 1000, "channel": "Bo", "url": f"/v/{n}"} for n, t in enumerate(TITLES)],
    "articles": [
        {"title": t, "author": "Ana Bo", "category": "film", "date": "2026-01-01", "url": f"/a/{n}"} for n, t in enumerate(TITLES)
    ],
    "companies": [
        {"name": t, "director": "Ana Bo", "year": 1990, "country": "Latvia", "url": f"/c/{n}"} for n, t in enumerate(TITLES)
    ],
    "jobs": [{"title": t, "company": "Bo", "salary": 1000, "city": "Riga", "category": "IT"} for t in TITLES],
    "employees": [{"name": n, "title": "Director", "email": "a@b.example", "phone": "1"} for n in PEOPLE],
    "races": [{"title": t, "length": 42, "country": "Latvia", "year": 2020} for t in TITLES],
    "schools": [{"name": t, "director": "Ana Bo", "phone": "1", "address": "Low Street 1", "city": "Riga"} for t in TITLES],
    "papers": [{"title": t, "year": 2001, "authors": ["Ana Bo"], "language": "en", "pages": 12} for t in TITLES],
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("title", ["Rialto", "Film and more"])
def test_other_things_give_nothing(name: str, title: str) -> None:
    url = "https://riga.example/list"
    assert movies_of(next_data({name: OTHERS[name]}), title=title, url=url) == ()
    if name not in (
        "plays",
        "shows",
    ):  # with a director, a cast and a running time, on a page about films, they are films by all that is said
        assert movies_of(state({"items": OTHERS[name]}), title=title, url=url) == ()


OTHERS |= {
    "schedule": [
        {"title": t, "startTime": "20:00", "durationMinutes": 90, "channelId": "a", "year": 1990, "director": "Bo"}
        for t in TITLES
    ],
    "shows": [{"title": t, "director": "Ana Bo", "cast": ["Cy Do"], "duration": "2h", "genre": "Drama"} for t in TITLES],
    "apps": [{"name": t, "genres": ["Tools"], "score": 4.5, "contentRating": "4+", "releaseDate": "2020-01-01"} for t in TITLES],
    "board games": [{"name": t, "year": 1990, "rating": 7.1, "minPlayers": 2, "runtime": 60} for t in TITLES],
    "music videos": [{"title": t, "director": "Ana Bo", "artist": "Cy Do", "year": 1999} for t in TITLES],
    "trails": [{"name": t, "length": 95, "rating": 4.5, "country": "Latvia", "duration": 120} for t in TITLES],
    "talks": [{"title": t, "duration": 45, "language": "en", "year": 2020, "rating": 4} for t in TITLES],
    "quotes": [{"text": t, "movie": "Amber Road", "actor": "Ana Bo"} for t in TITLES],
    "form": [{"name": key, "label": key.title(), "type": "text"} for key in ("title", "director", "runtime", "year")],
}


BESIDE: dict[str, Any] = {
    "genres": [{"id": n, "name": name, "slug": name.lower(), "count": 4} for n, name in enumerate(("Drama", "Comedy", "Horror"))],
    "menu": [{"title": t, "url": f"/films/{n}", "children": []} for n, t in enumerate(("Now showing", "Coming soon", "Family"))],
    "cinemas": [{"id": n, "name": name, "city": "Riga", "year": 1990} for n, name in enumerate(("Rialto", "Odeon", "Plaza"))],
    "sessions": [{"id": n, "filmId": n, "time": "20:00", "screen": {"name": f"Screen {n}"}, "format": "2D"} for n in range(4)],
    "flags": {"showRuntime": {"enabled": True}, "showCast": {"enabled": False}, "director": {"enabled": True}},
    "messages": {
        "film": {"title": "Title", "runtime": "Running time", "director": "Director"},
        "cart": {"title": "Cart", "runtime": "R", "director": "D"},
    },
    "people": [{"id": n, "name": name, "knownFor": ["Amber Road"], "birthday": "1970-01-01"} for n, name in enumerate(PEOPLE)],
    "lists": [{"title": f"Best films of {n}", "year": n, "url": f"/lists/{n}"} for n in (2019, 2020, 2021)],
    "editions": [{"name": f"Film festival {n}", "year": n, "country": "Latvia"} for n in (2019, 2020, 2021)],
    "trailers": [{"title": f"Trailer {n}", "duration": 120, "url": "https://youtu.be/x"} for n in range(4)],
    "awards": [{"name": f"Award {n}", "year": 2000 + n, "category": "Best film"} for n in range(4)],
    "reviews": [{"title": f"Great film {n}", "author": "Bo", "rating": 8, "date": "2020-01-01"} for n in range(4)],
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_films_gives_nothing(name: str) -> None:
    url = "https://cinema-rialto.example/films"
    assert movies_of(next_data({name: BESIDE[name]}), title="Films | Cinema Rialto", url=url) == ()
    assert movies_of(state({"films": {name: BESIDE[name]}}), title="Films | Cinema Rialto", url=url) == ()


def test_a_page_about_one_film_is_not_the_films_of_its_script() -> None:
    assert movies_of(next_data({"films": FILMS}), url="https://rialto.example/films/77-low-sun") == ()


def test_a_page_of_one_of_the_films_is_that_film() -> None:
    movies = movies_of(next_data({"films": FILMS}), url="https://rialto.example/films/2")
    assert [movie.title for movie in movies] == ["Nine Lanterns"]


def test_a_link_that_all_films_share_is_none_of_theirs() -> None:
    movies = movies_of(state({"films": with_values(url=lambda _: "/programme/now")}))
    assert {movie.url for movie in movies} == {None}


def test_trailers_are_no_films() -> None:
    films = [*FILMS, {**FILMS[0], "title": "Amber Road: Teaser Trailer 1", "url": "/v/1"}]
    assert len(movies_of(state({"films": films}))) == len(FILMS)


def test_deep_keys() -> None:
    films = [
        {
            "titleText": {"text": each["title"]},
            "releaseYear": {"year": each["releaseYear"]},
            "ratingsSummary": {"aggregateRating": each["rating"], "voteCount": 12},
            "runtime": {"seconds": each["runtime"] * 60},
            "titleGenres": {"genres": [{"genre": {"text": "Drama"}}]},
            "stats": {"trailer": {"runtime": 2}},
        }
        for each in FILMS
    ]
    movie = movies_of(state({"films": films}))[1]
    assert (movie.title, movie.year, movie.rating, movie.runtime, movie.genres) == ("The Quiet Pier", 1991, 7.2, 91, ("Drama",))


def test_numbers_without_end() -> None:
    digits = "9" * 400
    script = json.dumps({"films": FILMS}).replace('"runtime": 91', f'"runtime": {digits}').replace('"id": 101', '"votes": 1e999')
    assert movies_of(f"<script>var data = {script};</script>")[1].runtime is None


def test_half_a_surrogate_pair_in_a_title() -> None:
    films = with_values(title=lambda each: each["title"] + "\ud83d")
    assert movies_of(state({"films": films}))[0].title.encode()


@pytest.mark.parametrize("value", ["[" * 500, '{"films":[' * 90, "{a:" * 3000, '="' * 5000, "=[" * 20_000, "={1" * 20_000])
def test_broken_data_gives_nothing(value: str) -> None:
    assert movies_of(f"<script>var title, director = {value}</script>") == ()

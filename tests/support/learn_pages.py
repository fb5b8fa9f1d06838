"""Pages of one list of films in four kinds of markup, written for the tests of `learn`."""

from typing import NamedTuple


class Film(NamedTuple):
    title: str
    year: int
    runtime: int
    rating: float
    actors: tuple[str, ...]
    slug: str


NAMES = ("Ana Bo", "Cy Do", "Eva Fu", "Gil Hart", "Ida Jons", "Kai Lund")
TITLES = ("The Lamp Post", "Northern Tide", "Paper Moons", "Salt", "A Winter in Brest", "Two by Ferry", "Amber Road", "Heron")
FILMS = tuple(
    Film(title, 1950 + 7 * n, 80 + 3 * n, 6.1 + n / 4, (NAMES[n % 6], NAMES[(n + 1) % 6]), title.lower().replace(" ", "-"))
    for n, title in enumerate(TITLES)
)
HEAD = '<html><head><title>Films this week</title><link rel=canonical href="https://kino.example/now"></head><body>{menu}'
MENU_ITEMS = ("Home", "News", "Cinemas", "Prices")
MENU = "<ul class=menu>" + "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in MENU_ITEMS)


def _cards(film: Film) -> str:
    return (
        f'<div class="col-4 card css-1x2y3z"><a href="/film/{film.slug}"><img alt=""><h3>{film.title}</h3></a>'
        f"<p class=facts>{film.year}, {film.runtime} min</p><p class=cast>With: {', '.join(film.actors)}</p>"
        f"<span class=score>{film.rating:.1f}</span></div>"
    )


def _rows(film: Film) -> str:
    title, names = f'<a href="/film/{film.slug}">{film.title}</a>', ", ".join(film.actors)
    cells = (title, film.year, f"{film.runtime} min", f"{film.rating:.1f}", names)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _items(film: Film) -> str:
    cast = "".join(f"<li><a href=/p>{name}</a></li>" for name in film.actors)
    return (
        f'<li class=movie data-score="{film.rating:.1f}"><article>'
        f'<h2 class="movie__title"><a href="/film/{film.slug}">{film.title}</a></h2>'
        f"<dl><dt>Year</dt><dd class=y>{film.year}</dd><dt>Length</dt><dd class=l>{film.runtime} min</dd></dl>"
        f"<ul class=stars>{cast}</ul><i class=rating>{film.rating:.1f}/10</i></article></li>"
    )


def _lines(film: Film) -> str:
    return (
        f'<p><b><a href="/film/{film.slug}">{film.title}</a></b> <small>({film.year}) {film.runtime} min. '
        f"Cast: {', '.join(film.actors)}</small> <em class=rating>{film.rating:.1f}</em></p>"
    )


_HEADER = "<tr><th>Title</th><th>Year</th><th>Length</th><th>Rating</th><th>Cast</th></tr>"
_PAGES = {
    "cards": (_cards, "<main>{}</main>"),
    "table": (_rows, f"<table class=films>{_HEADER}{{}}</table>"),
    "items": (_items, "<ul class=movies>{}</ul>"),
    "lines": (_lines, "<div id=programme>{}</div><p>Doors open at six.</p>"),
}
MARKUPS = tuple(_PAGES)


def film_page(markup: str, films: tuple[Film, ...] = FILMS, *, address: bool = True) -> bytes:
    """Return a page of these films."""
    form, around = _PAGES[markup]
    head = HEAD if address else HEAD.replace(' href="https://kino.example/now"', "")
    return (head.format(menu=MENU + "</ul>") + around.format("".join(map(form, films))) + "</body></html>").encode()

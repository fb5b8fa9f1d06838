"""The templates of the site: compiled once, with the few filters that they use."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from moviescrape.practice.film import Film
from moviescrape.practice.shown import chart_stars
from moviescrape.practice.words import words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

MONTHS = words("January February March April May June July August September October November December")


def render(name: str, **context: object) -> bytes:
    """The template `name`, filled in."""
    return _environment().get_template(name).render(context).encode()


@cache
def static(name: str) -> bytes:
    """A file that is sent as it is."""
    return (files("moviescrape.practice") / "templates" / name).read_bytes()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # here, because it takes 0.1 s that an import needs not pay

    environment = Environment(
        loader=PackageLoader("moviescrape.practice"), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.filters |= {
        "chart_people": chart_people,
        "embedded": embedded,
        "favour": favour,
        "hours": hours,
        "release_date": release_date,
    }
    return environment


def embedded(value: object) -> "Markup":
    """JSON for a script element, in which `</script>` must not occur.

    >>> str(embedded({"a": "</script>"}))
    '{"a":"<\\\\/script>"}'
    """
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("</", "<\\/"))  # noqa: S704 - made safe in the same line


def hours(minutes: int, hour: str = "{}h", minute: str = "{}m") -> str:
    """A running time in hours and minutes.

    >>> hours(142), hours(120), hours(45, "{}h", "{}min")
    ('2h 22m', '2h', '45min')
    """
    whole, rest = divmod(minutes, 60)
    return " ".join(form.format(number) for form, number in ((hour, whole), (minute, rest)) if number)


def release_date(film: Film) -> str:
    """`17 March 1994`, the same in every locale."""
    month, day = film.day
    return f"{day} {MONTHS[month - 1]} {film.year}"


def favour(metascore: int) -> str:
    """Metacritic's three classes.

    >>> favour(61), favour(40), favour(39)
    ('favorable', 'mixed', 'unfavorable')
    """
    return "favorable" if metascore >= 61 else "mixed" if metascore >= 40 else "unfavorable"


def chart_people(film: Film) -> str:
    """The `title` attribute of a chart's link: `A Director (dir.), A Star, Another`."""
    return ", ".join([f"{person.name} (dir.)" for person in film.directors] + [star.name for star in chart_stars(film)])

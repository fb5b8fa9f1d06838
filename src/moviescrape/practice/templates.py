"""The templates of the site: compiled once, with the few functions that they use."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from moviescrape.practice import formatting, json_ld, next_state

if TYPE_CHECKING:
    from jinja2 import Environment


def render(name: str, **context: object) -> bytes:
    """Return the template `name`, filled in."""
    return _environment().get_template(name).render(context).encode()


@cache
def static(name: str) -> bytes:
    """Return a file that is sent as it is."""
    return (files("moviescrape.practice") / "templates" / name).read_bytes()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # here, because it takes 0.1 s that an import needs not pay

    loader = PackageLoader("moviescrape.practice")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)
    for phrase in (
        formatting.chart_people,
        formatting.embedded,
        formatting.favour,
        formatting.hours,
        formatting.millions,
        formatting.pause,
        formatting.release_date,
        formatting.short_count,
    ):
        environment.filters[phrase.__name__] = phrase
    environment.globals |= {"json_ld": json_ld, "next_state": next_state}
    return environment

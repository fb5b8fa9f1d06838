"""IMDb's pages of people until 2023: their films, in the jobs that they did."""

from dataclasses import replace

from moviescrape.parse.sites.site import Layout

_CREDIT = 'b a[href*="/title/tt"]'
_NOT_FILMS = ("(TV Series", "(TV Mini", "(TV Episode", "(Video Game", "(TV Special", "(Podcast", "(Music Video")
_ACTED = 'div.filmo-row[id^="actor-"], div.filmo-row[id^="actress-"]'


def _credits_of(*jobs: str, where: str = "") -> str:
    """Return the selector of a filmography's rows for some jobs, without those that the page marks as no films."""
    films = "".join(f':not(:contains("{kind}"))' for kind in _NOT_FILMS)
    return ", ".join(f'{where}div.filmo-row[id^="{job}-"]:has({_CREDIT}){films}' for job in jobs)


FILMOGRAPHY = Layout(  # what an actor acted in
    name="filmography",
    mark=b"filmo-row",
    item=_credits_of("actor", "actress"),
    fields={"title": _CREDIT, "url": f"{_CREDIT}::attr(href)", "year": "span.year_column"},
    also_at=r"^/name/nm\d+/?$",
    expects=("title", "url"),
    once=True,
)
FILMOGRAPHY_BEHIND = replace(  # the films of those who don't act
    FILMOGRAPHY,
    name="filmography-behind",
    item=_credits_of("director", "writer", "producer", where=f"body:not(:has({_ACTED})) "),
)

FILMOGRAPHIES = (FILMOGRAPHY, FILMOGRAPHY_BEHIND)

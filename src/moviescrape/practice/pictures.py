"""Pictures drawn from numbers: a poster for each movie, and the site's icon, as SVG."""

from html import escape

from moviescrape.practice.film import Film
from moviescrape.practice.randomness import RandomSource

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#f0b429"/>'
    '<path d="M8 9h16v14H8z" fill="#1d2433"/><path d="M14 12.5v7l6-3.5z" fill="#f0b429"/></svg>'
)


def draw_poster(film: Film) -> str:
    """Return a poster as SVG: a landscape with a sun in the movie's own colours, its initial and its year."""
    draw = RandomSource("poster", film.number)
    hue, other = draw.whole(0, 359), draw.whole(0, 359)
    sun, horizon = draw.whole(30, 150), draw.whole(130, 190)
    hills = " ".join(f"{x},{horizon + draw.whole(-24, 24)}" for x in range(0, 183, 26))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 182 268" font-family="Georgia, serif" text-anchor="middle">'
        f'<rect width="182" height="268" fill="hsl({hue} 45% 26%)"/>'
        f'<circle cx="{sun}" cy="{horizon - 45}" r="{draw.whole(18, 40)}" fill="hsl({other} 70% 66%)"/>'
        f'<polygon points="0,268 0,{horizon} {hills} 182,268" fill="hsl({hue} 50% 15%)"/>'
        f'<text x="91" y="92" font-size="76" fill="#fff">{escape(_initial(film.title))}</text>'
        f'<text x="91" y="246" font-size="22" fill="#fff" letter-spacing="4">{film.year}</text></svg>'
    )


def _initial(title: str) -> str:
    """
    >>> _initial("The Paper Lighthouse"), _initial("=1+1"), _initial("@?")
    ('P', '1', '@')
    """
    return next((sign.upper() for sign in title.removeprefix("The ") if sign.isalnum()), title[:1])

"""How pages write things: running times, dates, counts, and JSON in a script element."""

import json
from typing import TYPE_CHECKING

from moviescrape.practice.film import Film
from moviescrape.practice.truth import chart_stars
from moviescrape.practice.vocabulary import words

if TYPE_CHECKING:
    from markupsafe import Markup

Json = dict[str, object]

MONTHS = words("January February March April May June July August September October November December")


def embedded(value: object) -> "Markup":
    """JSON for a script element, in which `</script>` must not occur.

    >>> str(embedded({"a": "</script>"}))
    '{"a":"<\\\\/script>"}'
    """
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("</", "<\\/"))  # noqa: S704 - made safe in the same line


def hours(minutes: int, hour: str = "{}h", minute: str = "{}m") -> str:
    """Return a running time in hours and minutes.

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
    """Return the `title` attribute of a chart's link: `A Director (dir.), A Star, Another`."""
    return ", ".join([f"{person.name} (dir.)" for person in film.directors] + [star.name for star in chart_stars(film)])


def short_count(number: int) -> str:
    """Return a count as the newer pages shorten it.

    >>> short_count(8527), short_count(2_412_000), short_count(980)
    ('8.5K', '2.4M', '980')
    """
    for size, letter in ((1_000_000, "M"), (1000, "K")):
        if number >= size:
            return f"{number / size:.1f}".removesuffix(".0") + letter
    return str(number)


def millions(dollars: int) -> str:
    """Return a sum as lists of 2018 to 2023 shorten it.

    >>> millions(28_341_469), millions(9_500)
    ('$28.34M', '$0.01M')
    """
    return f"${dollars / 1_000_000:.2f}M"


def pause(seconds: float | None) -> str | None:
    """Return a pause between two requests; None where there was none yet.

    >>> pause(0.000536), pause(2.04)
    ('0.54 ms', '2 s')
    """
    if seconds is None:
        return None
    return f"{seconds:.2g} s" if seconds >= 0.1 else f"{seconds * 1000:.2g} ms"

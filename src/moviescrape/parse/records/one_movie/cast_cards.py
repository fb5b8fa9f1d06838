"""Read a cast that stands below its heading as cards: a name each, with a picture, a role or a link beside it."""

from collections.abc import Iterator

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.credits.person_names import is_person
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.title_column import HEADINGS

_MAX_HEADINGS = 200
_MAX_ELEMENTS = 600
_FIRST = 6
"""The first name of a cast is among so many texts below its heading."""
_ROLES = frozenset({"directors", "actors"})


def cast_cards(page: Outline) -> dict[str, list[str]]:
    """Return by field the names in cards below the first heading that names a cast or the directors."""
    found: dict[str, list[str]] = {}
    headings = [number for number, tag in enumerate(page.tags) if tag in HEADINGS][:_MAX_HEADINGS]
    for number in headings:
        if not 0 < page.last_text[number] - page.first_text[number] <= _MOST_PIECES:
            continue
        role = label_field(page.text(number))
        if role in _ROLES and role not in found and len(names := _names_below(page, number)) > 1:
            found[role] = names
    return found


_MOST_PIECES = 3


def _names_below(page: Outline, heading: int) -> list[str]:
    """Return the names at the place, in their cards, where the first name below a heading stands."""
    texts = list(_texts_below(page, heading))
    first = next((text for text in texts[:_FIRST] if is_person(page.texts[text])), None)
    if first is None:
        return []
    place = _place(page, page.owners[first])
    names = [page.texts[text] for text in texts if _place(page, page.owners[text]) == place]
    return [name for name in dict.fromkeys(names) if is_person(name)] if sum(map(is_person, names)) > len(names) * _MOST else []


_MOST = 0.7


def _texts_below(page: Outline, heading: int) -> Iterator[int]:
    """Yield the texts behind a heading, up to the next one as high as it."""
    end = page.ends[heading]
    for number in range(end, min(len(page), end + _MAX_ELEMENTS)):
        if page.tags[number] in HEADINGS and page.tags[number] <= page.tags[heading]:
            break
        yield from (t for t in range(page.first_text[number], page.last_text[number]) if page.owners[t] == number)


def _place(page: Outline, number: int) -> tuple[str, str, str, str, int]:
    """Return what tells the place of an element in its card: tags and classes of it and of the one around it, and its order."""
    parent = page.parents[number]
    order = sum(page.parents[before] == parent for before in range(parent + 1, number)) if number - parent < _CARD else _CARD
    return (
        page.tags[number],
        page.classes[number],
        page.tags[parent],
        page.classes[parent],
        order if page.tags[number] != "a" else 0,
    )


_CARD = 12
"""An element further behind the beginning of the one around it stands in a list, where its order says nothing."""

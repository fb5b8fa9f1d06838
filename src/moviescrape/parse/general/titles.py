"""A page about one movie, by what is labelled on it: Director, Cast, Running time, in many languages.

Labels stand in definition lists, in the first cells of tables, in bold before a text, in headings above it.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.general.parts import runtime_in_line
from moviescrape.parse.general.signs import link_shape
from moviescrape.parse.headline import Headline, read_headline
from moviescrape.parse.labels import label_field, split_label
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.names import split_people

_PLACES = "dt, th, td, b, strong, span, label, h2, h3, h4, h5, h6, div, p, li, em, i"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_LABEL = 40
_LONGEST_VALUE = 1_000
_TAKEN = ("directors", "actors", "runtime", "year", "genres", "languages", "country", "original_title", "rating")
_SCALED = re.compile(r"\d\s*%|\d\s*/\s*\d|\d[.,]\d")
"""A labelled rating counts where it is clearly a score and not an age: of something, or with a decimal."""


def read_title_page(root: Node, address: PageAddress, told: Collection[str] = ()) -> Extraction | None:
    """The movie that a page is about, by its labels; `told` are the fields that standard markup already has of it.

    Where it says nothing, it takes a headline, a director or a cast, and further signs: a year in the headline, a folder
    named after films, more labels. What stands without a label is looked for where nothing else says it.
    """
    headline = read_headline(root, address)
    if headline is None:
        return None
    record = Record({}, {"": "label"}, address.url)
    for field, texts in find_facts(root):
        if field == "rating" and not _SCALED.search(texts[0]):
            continue
        put(record, field, texts if field in ("directors", "actors") else ", ".join(texts))
    unsaid = {"runtime", "rating"} - record.values.keys() - set(told)
    lines = root.lines if unsaid else []
    minutes = _runtime_in_text(lines, headline) if "runtime" in unsaid else None
    if not told and not _is_of_a_movie(record, headline, address, timed=minutes is not None):
        return None
    put(record, "runtime", minutes)
    put(record, "rating", _score_in_text(lines) if "rating" in unsaid else None)
    put(record, "title", headline.title)
    put(record, "year", headline.year)
    put(record, "url", address.url)
    return Extraction(extractor=Extractor.GENERAL, kind=PageKind.TITLE, records=[record], layout="labels")


def _is_of_a_movie(record: Record, headline: Headline, address: PageAddress, *, timed: bool) -> bool:
    said = {field for field in _TAKEN if field in record.values}
    if not said & {"directors", "actors"}:  # books, albums and games have years, lengths and genres
        return False
    shape = link_shape(address.url) if address.url else None
    signs = [
        headline.year is not None,
        bool(shape and shape.is_of_films),
        "directors" in said,
        "runtime" in said or timed,
        len(said) >= 4,
    ]
    reviewed = shape is not None and bool(_REVIEWS & set(shape.folder))
    return sum(signs) - reviewed >= 3 and len(said) >= 2


_REVIEWS = frozenset({"review", "reviews", "film-reviews", "movie-reviews", "critics", "news", "blog", "articles"})


_NEAR = 60
"""Lines below the headline in which a page says what film it is about."""


def _runtime_in_text(lines: list[str], headline: Headline) -> int | None:
    """A running time without a label: the only one on the page, or the first soon after the headline."""
    found = [(at, minutes) for at, line in enumerate(lines) if (minutes := runtime_in_line(line))]
    if len({minutes for _, minutes in found}) == 1:
        return found[0][1]
    top = next((at for at, line in enumerate(lines) if line.startswith(headline.title) and at), None)
    return None if top is None else next((minutes for at, minutes in found if 0 <= at - top <= _NEAR), None)


_SCORE = re.compile(r"(?<![\d.,/])(\d[.,]\d{1,2})\s*/\s*10(?![\d.,/])")


def _score_in_text(lines: list[str]) -> str | None:
    """A score of ten that nothing labels, where the page has only one; visitors give whole numbers."""
    found = {match[0] for line in lines if len(line) <= _LONGEST_VALUE for match in _SCORE.finditer(line)}
    return found.pop() if len(found) == 1 else None


def find_facts(root: Node) -> Iterator[tuple[str, list[str]]]:
    """(field, texts) for each labelled value on a page, in page order. Names come singly where they are linked or listed."""
    for node in root.select(_PLACES):
        own = node.own_text
        if not own or len(own) > _LONGEST_VALUE:
            continue
        field = label_field(own) if len(own) <= _LONGEST_LABEL else None
        if field in _TAKEN:
            if texts := _texts(field, node.select("a") if node.tag in _HEADINGS and node.text != own else _values(node)):
                yield field, texts
        elif (line := split_label(own)) and line[0] in _TAKEN and (texts := _of_line(line, node)):
            yield line[0], texts


def _of_line(line: tuple[str, str], node: Node) -> list[str]:
    """The value of a line that begins with a label: the links in it, where it has any, else its text."""
    linked = [text for link in node.select("a") if (text := link.text)]
    if line[0] in ("directors", "actors"):
        return linked or split_people(line[1])
    return [line[1]] if line[1] else linked


def _values(label: Node) -> list[str | Node]:
    """What stands behind a label: its row's next cells, its definition, the rest of its line, what follows its heading.

    A linked label is an entry of a menu.
    """
    here = label
    for _ in range(3):
        if here.parent is not None and here.parent.tag == "a":
            return []
        if here.tag == "dt":
            return list(_definitions(here))
        if here.tag in ("th", "td"):
            return next(([cell] for cell in here.following() if cell.tag == "td"), [])
        behind: list[str | Node] = [here.tail] if here.tail.strip(" :：") else []
        behind += _up_to_next_label(here)
        around = here.parent
        if behind or around is None or next(here.following(), None) or around.text.strip(" :：") != label.text.strip(" :："):
            return behind
        here = around
    return []


def _definitions(term: Node) -> Iterator[Node]:
    for node in term.following():
        if node.tag != "dd":
            return
        yield node


_BLOCKS = frozenset({"div", "ul", "ol", "p", "section", "table", "dl"})


def _up_to_next_label(label: Node) -> Iterator[str | Node]:
    """The rest of the label's line, or the block below its heading."""
    for number, node in enumerate(label.following()):
        if node.tag == "br" or node.tag in _HEADINGS:
            return
        if label.tag in _HEADINGS and node.tag in _BLOCKS:
            if number == 0:
                yield node
            return
        text = node.own_text
        if text and len(text) <= _LONGEST_LABEL and label_field(text) and (node.tag == label.tag or text.endswith((":", "："))):
            return
        yield node
        if node.tail:
            yield node.tail


def _texts(field: str, pieces: Iterable[str | Node]) -> list[str]:
    pieces = list(pieces)
    whole = " ".join(piece if isinstance(piece, str) else piece.text for piece in pieces).strip(" :：")
    if not whole or len(whole) > _LONGEST_VALUE:
        return []
    if field not in ("directors", "actors"):
        return [whole]
    linked = [text for piece in pieces if isinstance(piece, Node) for link in _links(piece) if _is_name(text := link.text)]
    return linked or [name for piece in pieces for name in _listed(piece) if _is_name(name)]


_NO_NAME = re.compile(
    r"\W*(?:edit|hide|(?:see|show|view|read|load) (?:more|all|full)\b.*|(?:full |all )?cast(?: (?:and|&) crew)?|"
    r"\d+ (?:user|critic|more).*)\W*|"
    r"\(.*|[^\w]*|.*\b(?:billed|reviews?|overview|nominated|nominations?|wins?)\b.*|awards?|.{60,}|\w*://.*",
    re.IGNORECASE,
)
"""What stands beside names: links to the rest, notes in brackets, numbers of reviews."""


def _is_name(text: str) -> bool:
    return not _NO_NAME.fullmatch(text)


def _links(node: Node) -> list[Node]:
    return [node] if node.tag == "a" else node.select("a")


def _listed(piece: str | Node) -> list[str]:
    """The names of a text: a line each, or joined by commas."""
    lines = [piece] if isinstance(piece, str) else piece.lines
    return [name for line in lines for name in split_people(line.strip(" :："))]

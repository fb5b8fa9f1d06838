"""Find the labelled values of a page: in definition lists, tables, lines that begin with a label, blocks below a heading."""

import re
from collections.abc import Iterable, Iterator, Sequence

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import label_field, split_label
from moviescrape.parse.records.credits.person_names import is_person, names_at_start
from moviescrape.parse.records.film_words import are_genres
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.values.names import split_people

_PLACES = "dt, th, td, b, strong, span, label, h2, h3, h4, h5, h6, div, p, li, em, i"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_LABEL = 40
_LONGEST_VALUE = 1_000
_TAKEN = ("directors", "actors", "runtime", "year", "genres", "languages", "country", "original_title", "rating")


def find_labelled(page: Outline, root: Node, outside: Sequence[int]) -> Iterator[tuple[str, list[str]]]:
    """Yield (field, texts) for each labelled value, in page order, of the texts numbered `outside`; linked names come singly."""
    kept = {id(page.elements[page.owners[text]]) for text in outside}
    for node in root.select(_PLACES):
        if id(node._element) not in kept:
            continue
        own = node.own_text
        if not own or len(own) > _LONGEST_VALUE:
            continue
        field = label_field(own) if len(own) <= _LONGEST_LABEL else None
        if field in _TAKEN:
            if (texts := _texts(field, _inside(node) if node.text != own else _values(node))) and not label_field(texts[0]):
                yield field, texts
        elif (line := split_label(own)) and line[0] in _TAKEN and (texts := _of_line(line, node)):
            yield line[0], texts


def _of_line(line: tuple[str, str], node: Node) -> list[str]:
    """The value of a line that begins with a label: the links in it, where it has any, else its text."""
    linked = [text for link in node.select("a") if (text := link.text)]
    if line[0] in ("directors", "actors"):
        return linked or people_in(line[1])
    return [line[1]] if line[1] else linked


def _inside(label: Node) -> list[str | Node]:
    """Return what stands behind a label in the label's own element; in a heading, what is linked there."""
    return list(label.select("a")) if label.tag in _HEADINGS else [piece for piece in label.flow() if isinstance(piece, Node)]


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
            return next(([cell] for cell in here.following() if cell.tag == "td" and cell.text.strip(" :：")), [])
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
    linked = [text for piece in pieces if isinstance(piece, Node) for link in _links(piece) if is_name(text := link.text)]
    return linked or [name for piece in pieces for name in _listed(piece) if is_name(name)]


_NO_NAME = re.compile(
    r"\W*(?:edit|hide|(?:see|show|view|read|load|add|more|all)(?: (?:more|all|full|less)\b.*)?|"
    r"m[aá]s|mehr|voir(?: plus)?|ver(?: m[aá]s| mais)?|"
    r"(?:full |all )?cast(?: (?:and|&) crew)?|"
    r"\d+ (?:user|critic|more).*|more info(?:rmation)?|(?:see )?preliminary cast)\W*|.*:|"
    r"\(.*|[^\w]*|.*\b(?:billed|reviews?|overview|nominated|nominations?|wins?)\b.*|awards?|.{60,}|\w*://.*",
    re.IGNORECASE,
)
"""What stands beside names: links to the rest, notes in brackets, numbers of reviews."""


def is_name(text: str) -> bool:
    """Return whether a text beside a label of people may be a person's name, and is no link, note, genre or code."""
    return not (
        _NO_NAME.fullmatch(text)
        or _CODE.search(text)
        or (text.isascii() and text.islower() and " " not in text)
        or (" " not in text and are_genres(text))
    )


_CODE = re.compile(r"[_{}()=<>\\]|\.\w+\(")


def _links(node: Node) -> list[Node]:
    return [node] if node.tag == "a" else node.select("a")


def _listed(piece: str | Node) -> list[str]:
    """The names of a text: a line each, or joined by commas."""
    lines = [piece] if isinstance(piece, str) else _names_before_roles(piece) or piece.lines
    return without_roles([name for line in lines for name in people_in(line.strip(" :："))])


def _names_before_roles(block: Node) -> list[str]:
    """Return the names in a list whose entries hold each a name and, in an element of its own, the role; none of other lists."""
    entries = block.select("li")
    names = [entry.own_text for entry in entries]
    have_roles = any(entry.text != name for entry, name in zip(entries, names, strict=True))
    return names if len(names) > 1 and have_roles and all(map(is_person, names)) else []


def people_in(text: str) -> list[str]:
    """Return the names of a text behind a label, without the sentences and facts that follow them.

    >>> people_in("Tom Reed, Sue Hall. 12A cert, 106 min."), people_in("tom reed, sue hall")
    (['Tom Reed', 'Sue Hall'], ['tom reed', 'sue hall'])
    """
    names, rest = names_at_start(text)
    if names and (not rest.strip() or rest.lstrip()[0] in _ENDS):
        return names
    return [name for name in split_people(_STOP.sub("", text)) if is_name(name)]


def without_roles(names: list[str]) -> list[str]:
    """Return the names of a list in which a dash parts each from its role, whichever stands first.

    >>> without_roles(["Aino Salo - Liisa", "Ville Koski - Pekka"]), without_roles(["Franz - Karl Beck", "Eva - Lena Moos"])
    (['Aino Salo', 'Ville Koski'], ['Karl Beck', 'Lena Moos'])
    """
    pairs = [_DASH.split(name, maxsplit=1) for name in names]
    if not any(len(pair) > 1 for pair in pairs):
        return names
    named = [pair for pair in pairs if len(pair) > 1]
    last = all(" " in pair[1] for pair in named) and not any(" " in pair[0] for pair in named)
    return [pair[-1 if last else 0] for pair in pairs]


_DASH = re.compile(r"\s[-–—]\s")
_ENDS = ".|·•()[]–—-/;"
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")

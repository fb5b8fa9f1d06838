"""Rules for what a CSS selector can't say: a text without its parts, behind a link, or after a label in any language."""

import re
from collections.abc import Iterator

from moviescrape.parse.dom.document import Node, all_finder, first_finder
from moviescrape.parse.labels import label_field, said_after, split_label
from moviescrape.parse.sites.site import FieldRule, split_attribute
from moviescrape.parse.values.names import split_people


def own_text(css: str) -> FieldRule:
    """Find the text of an element without that of the elements in it: a heading's title without its year."""

    def read(node: Node) -> str | None:
        found = node.first(css)
        return found.own_text if found else None

    return FieldRule(read, f"{css} (own text)")


def text_behind(css: str) -> FieldRule:
    """Find the text behind an element, or behind the bold or italic type that ends with it: `<b><a>Title</a></b> (1972)`."""

    def read(node: Node) -> str | None:
        found = node.first(css)
        while found is not None and _ends_type(found):
            found = found.parent
        return found.tail if found else None

    return FieldRule(read, f"behind {css}")


_TYPE = frozenset({"b", "i", "em", "strong", "font", "big"})


def _ends_type(node: Node) -> bool:
    """Return whether nothing stands between the element's end and that of the bold or italic type around it."""
    return not node.tail and node.parent is not None and node.parent.tag in _TYPE and next(node.following(), None) is None


def matched_text(rule: str, pattern: str) -> FieldRule:
    """Find the first text (or attribute) of `rule` in which `pattern` matches, and of it the pattern's group, or the match."""
    compiled = re.compile(pattern, re.IGNORECASE)
    find = all_finder(*split_attribute(rule))

    def read(node: Node) -> str | None:
        found = next((match for text in find(node) if (match := compiled.search(text))), None)
        return found[found.lastindex or 0] if found else None

    return FieldRule(read, f"{rule}: {pattern}")


def whole_match(pattern: str) -> FieldRule:
    """Find what `pattern`, or its group, matches in the text of the whole item."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(node: Node) -> str | None:
        found = compiled.search(node.text)
        return found[found.lastindex or 0] if found else None

    return FieldRule(read, f"whole text: {pattern}")


def bracketed_year(rule: str) -> FieldRule:
    """Find the year in brackets at the end of a text, as in `Heat (1995)`; a bare number may be the title."""
    return matched_text(rule, r"\(\s*(?:[IVXL]+\)?\s*\(?)?((?:18|19|20)\d\d)\b(?![^()]*re-?(?:release|issue))[^()]*\)\s*$")


def split_text(css: str) -> FieldRule:
    """Find the names of a text that joins them: `Ana Bo, Cy Do and Eva Fu`."""
    find = first_finder(css)
    return FieldRule(lambda node: split_people(find(node) or ""), f"{css}: names")


def people_of(rule: str | FieldRule) -> FieldRule:
    """Find the names of people: the texts of several elements, or the parts of the one text that lists them."""
    find = rule.find if isinstance(rule, FieldRule) else all_finder(*split_attribute(rule))
    return FieldRule(lambda node: split_only(find(node)), rule.place if isinstance(rule, FieldRule) else rule)


def split_only(texts: object) -> list[str]:
    """Return several texts as they are, and the parts of one that lists people.

    >>> split_only(["Ana Bo, Cy Do"]), split_only(["Robert Downey, Jr.", "Ana Bo"])
    (['Ana Bo', 'Cy Do'], ['Robert Downey, Jr.', 'Ana Bo'])
    """
    several = [texts] if isinstance(texts, str) else list(texts) if isinstance(texts, list | tuple) else []
    return split_people(several[0]) if len(several) == 1 else several


def linked_after(field: str, blocks: str) -> FieldRule:
    """Find the texts of the links after a label of `field`, up to the next label, as in `Director: <a> | Stars: <a>, <a>`."""

    def read(node: Node) -> list[str]:
        return [text for block in node.select(blocks) for text in _links_after(block, field)]

    return FieldRule(read, f"{blocks}: links after the label of {field}")


def said_behind(field: str, blocks: str) -> FieldRule:
    """Find the text behind a label of `field` at the beginning of a line in `blocks`, as in `Year: 2000<br>Country: ...`."""

    def read(node: Node) -> str | None:
        return said_after((line for block in node.select(blocks) for line in block.lines), field)

    return FieldRule(read, f"{blocks}: behind the label of {field}")


def defined(field: str, blocks: str) -> FieldRule:
    """Find the text of the first dd behind a dt that names `field` in a definition list."""

    def read(node: Node) -> str | None:
        return next((value.text for value in _defined_values(node, field, blocks)), None)

    return FieldRule(read, f"{blocks}: dd behind the dt of {field}")


def defined_all(field: str, blocks: str) -> FieldRule:
    """Find the names in the dd behind the dt that names `field`: its links' texts, or the parts of its text."""

    def read(node: Node) -> list[str]:
        values = next(([value] for value in _defined_values(node, field, blocks)), [])
        return [name for value in values for name in _linked_names(value) or split_people(value.text)]

    return FieldRule(read, f"{blocks}: names in the dd behind the dt of {field}")


def _defined_values(node: Node, field: str, blocks: str) -> Iterator[Node]:
    for block in node.select(blocks):
        for label in block.select("dt"):
            value = next(label.following(), None) if label_field(label.text) == field else None
            if value is not None and value.tag == "dd":
                yield value


def _linked_names(value: Node) -> list[str]:
    return [link.text for link in value.select("a") if link.text]


def labelled(field: str, blocks: str, label: str, value: str = "") -> FieldRule:
    """Find the text of `value` (of the whole block where that is empty) in the first of `blocks` whose `label` names `field`."""

    def read(node: Node) -> str | None:
        return next(_labelled_texts(node, field, blocks, label, value), None)

    return FieldRule(read, f"{blocks}: {value} after the label of {field}")


def labelled_all(field: str, blocks: str, label: str, value: str = "") -> FieldRule:
    """Find all texts of `value` in those of `blocks` whose `label` names `field`."""

    def read(node: Node) -> list[str]:
        return list(_labelled_texts(node, field, blocks, label, value))

    return FieldRule(read, f"{blocks}: {value} after the label of {field}")


def _labelled_texts(node: Node, field: str, blocks: str, label: str, value: str) -> Iterator[str]:
    for block in node.select(blocks):
        if _names(block, label, field):
            yield from (part.text for part in block.select(value)) if value else (" ".join(block.lines),)


def _names(block: Node, label: str, field: str) -> bool:
    found = block.first(label)
    if found is not None:
        return label_field(found.text) == field
    said = split_label(block.own_text)
    return said is not None and said[0] == field


def _links_after(block: Node, field: str) -> Iterator[str]:
    inside = False
    for piece in block.flow():
        if isinstance(piece, Node) and piece.tag == "a":
            if inside:
                yield piece.text
        elif label := _closing_label(piece if isinstance(piece, str) else piece.text):
            inside = label_field(label) == field


def _closing_label(text: str) -> str | None:
    """Return the label that a text ends with: what stands between the last bar or colon and the colon at its end.

    >>> _closing_label("1994 | Stars:"), _closing_label("a film")
    ('Stars', None)
    """
    text = text.rstrip()
    if not text.endswith((":", "：")):
        return None
    body = text[:-1]
    start = max(body.rfind(mark) for mark in ":：|") + 1
    return body[start:].strip(" ,;/·•-–()") or None

"""Rules for what a CSS selector can't say: a text without its parts, behind a link, or after a label in any language."""

import re
from collections.abc import Iterator

from moviescrape.parse.dom.document import Node
from moviescrape.parse.labels import label_field, said_after, split_label
from moviescrape.parse.sites.site import FieldRule


def own_text(css: str) -> FieldRule:
    """The text of an element without that of the elements in it: a heading's title without its year."""

    def read(node: Node) -> str | None:
        found = node.first(css)
        return found.own_text if found else None

    return FieldRule(read, f"{css} (own text)")


def text_behind(css: str) -> FieldRule:
    """The text behind an element, up to the next tag: `<a>Title</a> (1972)`."""

    def read(node: Node) -> str | None:
        found = node.first(css)
        return found.tail if found else None

    return FieldRule(read, f"behind {css}")


def linked_after(field: str, blocks: str) -> FieldRule:
    """The texts of the links after a label of `field`, up to the next label, as in `Director: <a> | Stars: <a>, <a>`."""

    def read(node: Node) -> list[str]:
        return [text for block in node.select(blocks) for text in _links_after(block, field)]

    return FieldRule(read, f"{blocks}: links after the label of {field}")


def said_behind(field: str, blocks: str) -> FieldRule:
    """The text behind a label of `field` at the beginning of a line in `blocks`, as in `Year: 2000<br>Country: ...`."""

    def read(node: Node) -> str | None:
        return said_after((line for block in node.select(blocks) for line in block.lines), field)

    return FieldRule(read, f"{blocks}: behind the label of {field}")


def labelled(field: str, blocks: str, label: str, value: str = "") -> FieldRule:
    """The text, in the first of `blocks` whose `label` names `field`, of its `value` (of all of it where that is empty)."""

    def read(node: Node) -> str | None:
        return next(_labelled_texts(node, field, blocks, label, value), None)

    return FieldRule(read, f"{blocks}: {value} after the label of {field}")


def labelled_all(field: str, blocks: str, label: str, value: str = "") -> FieldRule:
    """All texts of `value` in those of `blocks` whose `label` names `field`."""

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


_LABEL = re.compile(r"([^\W\d_][^:|]*?)\s*[:：]\s*$")


def _links_after(block: Node, field: str) -> Iterator[str]:
    inside = False
    for piece in block.flow():
        if isinstance(piece, Node) and piece.tag == "a":
            if inside:
                yield piece.text
        elif found := _LABEL.search(piece if isinstance(piece, str) else piece.text):
            inside = label_field(found[1]) == field

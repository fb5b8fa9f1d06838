"""What a stylesheet uses: the properties that it sets, and the kinds of selectors."""

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from tinycss2 import ast

COMBINATORS = {">": "child", "+": "next sibling", "~": "later sibling"}


def used_properties(css: str) -> set[str]:
    """Return the properties set anywhere in it, custom ones (`--x`) left out.

    >>> sorted(used_properties("a { color: red; margin: 0 } @media print { a { color: black } }"))
    ['color', 'margin']
    """
    found = (
        item.lower_name
        for rule in _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
        for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        if isinstance(item, ast.Declaration) and any(not isinstance(token, ast.WhitespaceToken) for token in item.value)
    )
    return {name for name in found if not name.startswith("--")}


def selector_kinds(css: str) -> set[str]:
    """Return the kinds of selectors in it: element, class, id, universal, attribute, pseudo-class, group, combinations...

    >>> sorted(selector_kinds("#menu > li, .lead { margin: 0 }"))
    ['child', 'class', 'element', 'group', 'id']
    """
    rules = _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    return {kind for rule in rules for kind in _kinds(_trimmed(rule.prelude))}


def _rules(nodes: Iterable[Any]) -> Iterator[Any]:
    """Style rules, those inside @media and the like too."""
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            yield node
        elif (
            isinstance(node, ast.AtRule) and node.content and node.lower_at_keyword in ("media", "supports", "layer", "container")
        ):
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _trimmed(tokens: list[Any]) -> list[Any]:
    """Without white space at the ends and beside commas and combinators, where it means nothing."""
    kept: list[Any] = []
    for token in (token for token in tokens if not isinstance(token, ast.Comment)):
        if isinstance(token, ast.WhitespaceToken) and (not kept or _joins(kept[-1]) or isinstance(kept[-1], ast.WhitespaceToken)):
            continue
        if _joins(token) and kept and isinstance(kept[-1], ast.WhitespaceToken):
            kept.pop()
        kept.append(token)
    return kept[:-1] if kept and isinstance(kept[-1], ast.WhitespaceToken) else kept


def _joins(token: Any) -> bool:
    return isinstance(token, ast.LiteralToken) and (token.value in COMBINATORS or token.value == ",")


def _kinds(tokens: list[Any]) -> Iterator[str]:
    for before, token in zip([None, *tokens], tokens, strict=False):
        marker = before.value if isinstance(before, ast.LiteralToken) else None
        if isinstance(token, ast.WhitespaceToken):
            yield "descendant"
        elif isinstance(token, ast.HashToken):
            yield "id"
        elif isinstance(token, ast.SquareBracketsBlock):
            yield "attribute"
        elif isinstance(token, ast.IdentToken | ast.FunctionBlock):
            yield _kind_of_name(marker, tokens, token)
        elif isinstance(token, ast.LiteralToken):
            yield from _kind_of_sign(token.value)


def _kind_of_name(marker: str | None, tokens: list[Any], token: Any) -> str:
    if marker == ".":
        return "class"
    if marker != ":":
        return "element"
    place = next(index for index, other in enumerate(tokens) if other is token)
    double = place > 1 and isinstance(tokens[place - 2], ast.LiteralToken) and tokens[place - 2].value == ":"
    return "pseudo-element" if double else "pseudo-class"


def _kind_of_sign(sign: str) -> Iterator[str]:
    if sign in COMBINATORS:
        yield COMBINATORS[sign]
    elif sign == "*":
        yield "universal"
    elif sign == ",":
        yield "group"

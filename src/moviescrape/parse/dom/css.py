"""CSS selectors, compiled once a process to functions of lxml elements.

Most selectors of site files are tags and classes below one another (`h3.header a`): those are walked, in half the time that
a path takes, and so are lists of tags (`h1, h2`). All others become XPath, which asks a class attribute for a name's letters
before it takes it apart: nearly all say no.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple, TypeAlias

import cssselect
from lxml import etree

Element: TypeAlias = etree._Element
FirstFinder: TypeAlias = Callable[[Element], Element | None]
AllFinder: TypeAlias = Callable[[Element], list[Element]]

_COMPOUND = r"[a-z][a-z0-9]*(?:\.[\w-]+)*"
_WALKED = re.compile(rf"{_COMPOUND}(?: {_COMPOUND})*")
_TAGS = re.compile(r"[a-z][a-z0-9]*(?:, ?[a-z][a-z0-9]*)+")
"""A list of tags: an XPath of a union sorts what it finds, which takes 0.6 s on 40,000 elements."""


@cache
def first_match(css: str) -> FirstFinder:
    """Return what finds the first element, in page order, that matches a selector: the element asked, or one below it."""
    if _WALKED.fullmatch(css):
        return _walk_to_first(_steps(css))
    # of each path of a selector the first element alone: the search stops there, and takes a third of the time
    path = etree.XPath(" | ".join(f"{_TRANSLATOR.selector_to_xpath(each)}[1]" for each in cssselect.parse(css)))

    def find(element: Element) -> Element | None:
        found: list[Element] = path(element)  # type: ignore[assignment]  # a path of elements gives elements
        return found[0] if found else None

    return find


@cache
def all_matches(css: str) -> AllFinder:
    """Return what finds all of them, in page order."""
    if _WALKED.fullmatch(css) and " " not in css:
        return _walk_to_all(_steps(css)[0])
    if _TAGS.fullmatch(css):
        tags = tuple(css.replace(" ", "").split(","))
        return lambda element: list(element.iter(*tags))
    return etree.XPath(_TRANSLATOR.css_to_xpath(css))  # type: ignore[return-value]


def selector_problem(css: str) -> str | None:
    """Return what is wrong with a selector, in the words of its parser; None where nothing is."""
    try:
        etree.XPath(_TRANSLATOR.css_to_xpath(css))
    except (cssselect.SelectorError, etree.XPathSyntaxError) as error:
        return str(error).rstrip(".")
    return None


class _Translator(cssselect.HTMLTranslator):
    def xpath_attrib_includes(self, xpath: cssselect.xpath.XPathExpr, name: str, value: str | None) -> cssselect.xpath.XPathExpr:
        """`[class~=value]`, and with it `.value`."""
        if not value or value.split() != [value]:
            return super().xpath_attrib_includes(xpath, name, value)
        word = f"contains(concat(' ', normalize-space({name}), ' '), {self.xpath_literal(f' {value} ')})"
        return xpath.add_condition(f"contains({name}, {self.xpath_literal(value)}) and {word}")


_TRANSLATOR = _Translator()


class _Step(NamedTuple):
    tag: str
    classes: frozenset[str]
    letters: str
    """One of the classes, to be looked for in the attribute's text first."""


def _steps(css: str) -> list[_Step]:
    compounds = [compound.split(".") for compound in css.split(" ")]
    return [_Step(tag, frozenset(classes), classes[0] if classes else "") for tag, *classes in compounds]


def _words(said: str) -> list[str]:
    """Return the classes that an attribute names; other than for `str.split`, a no-break space stands within one (HTML 2.3.7)."""
    return said.split() if said.isascii() else re.split(r"[ \t\n\f\r]+", said)


def _walk_to_all(step: _Step) -> AllFinder:
    tag, classes, letters = step

    def find(element: Element) -> list[Element]:
        return [
            each for each in element.iter(tag) if letters in (said := each.get("class", "")) and classes.issubset(_words(said))
        ]

    return find


def _walk_to_first(steps: list[_Step], axis: Callable[[Element, str], Iterable[Element]] = Element.iter) -> FirstFinder:
    (tag, classes, letters), *rest = steps
    inner = _walk_to_first(rest, Element.iterdescendants) if rest else None

    def find(element: Element) -> Element | None:
        for each in axis(element, tag):
            if letters in (said := each.get("class", "")) and classes.issubset(_words(said)):
                found = inner(each) if inner else each
                if found is not None:
                    return found
        return None

    return find

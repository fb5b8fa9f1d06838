"""Selectors find the same whether they are walked or asked of XPath."""

import cssselect
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from moviescrape.parse.dom.css import Element, all_matches, first_match

TAGS = ("div", "span", "a")
classes = st.lists(st.sampled_from(("x", "y", "xy", "x-y")), max_size=3).map(" ".join)
tags = st.sampled_from(TAGS)
trees = st.recursive(
    st.tuples(tags, classes, st.just(())),
    lambda below: st.tuples(tags, classes, st.lists(below, max_size=4)),
    max_leaves=12,
)
compounds = st.builds(lambda tag, names: ".".join((tag, *names)), tags, st.lists(st.sampled_from(("x", "y")), max_size=2))
selectors = st.lists(compounds, min_size=1, max_size=3).map(" ".join)


def grow(tree: tuple[str, str, list[object]]) -> Element:
    tag, names, below = tree
    element = etree.Element(tag, {"class": names} if names else {})
    element.extend([grow(each) for each in below])  # type: ignore[arg-type]
    return element


def by_xpath(css: str, element: Element) -> list[Element]:
    return etree.XPath(cssselect.HTMLTranslator().css_to_xpath(css))(element)  # type: ignore[return-value]


@given(trees, selectors)
def test_walked_selectors_find_what_xpath_finds(tree: tuple[str, str, list[object]], css: str) -> None:
    element = grow(tree)
    expected = by_xpath(css, element)
    assert all_matches(css)(element) == expected
    assert first_match(css)(element) is (expected[0] if expected else None)


def test_a_no_break_space_does_not_part_classes() -> None:
    element = etree.Element("div", {"class": "x\u00a0y z"})
    assert first_match("div.z")(element) is element
    assert first_match("div.y")(element) is None


@pytest.mark.parametrize(
    "css", [".x", "div > span", "a[class~='x']", "span, a.x", "span, a", "a,div, span", "div:has(> a)", "a:not(.x) + span"]
)
@given(tree=trees)
def test_other_selectors_mean_what_they_mean(css: str, tree: tuple[str, str, list[object]]) -> None:
    element = grow(tree)
    expected = by_xpath(css, element)
    assert all_matches(css)(element) == expected
    assert first_match(css)(element) is (expected[0] if expected else None)

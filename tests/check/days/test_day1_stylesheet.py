"""What counts as a property and as a kind of selector."""

import pytest

from moviescrape.check.days.day1_stylesheet import selector_kinds, used_properties


@pytest.mark.parametrize(
    ("selector", "kinds"),
    [
        ("p", {"element"}),
        (".lead", {"class"}),
        ("p.lead", {"element", "class"}),
        ("#menu", {"id"}),
        ("*", {"universal"}),
        ("a[href]", {"element", "attribute"}),
        ('[lang="nl"]', {"attribute"}),
        ("a:hover", {"element", "pseudo-class"}),
        ("tr:nth-child(2n+1)", {"element", "pseudo-class"}),
        ("p::first-line", {"element", "pseudo-element"}),
        ("#menu li", {"id", "element", "descendant"}),
        ("ul > li", {"element", "child"}),
        ("ul>li", {"element", "child"}),
        ("h1 + p", {"element", "next sibling"}),
        ("h1 ~ p", {"element", "later sibling"}),
        ("h1, h2", {"element", "group"}),
        ("h1 /* one */ , h2", {"element", "group"}),
        ("  p  ", {"element"}),
    ],
)
def test_kinds_of_selectors(selector: str, kinds: set[str]) -> None:
    assert selector_kinds(f"{selector} {{ color: red }}") == kinds


def test_rules_inside_media_count_and_comments_do_not() -> None:
    css = "@import 'x.css'; /* .no { top: 0 } */ @media print { .yes { color: red } } @font-face { font-family: X }"
    assert selector_kinds(css) == {"class"}
    assert used_properties(css) == {"color"}


def test_a_broken_stylesheet_counts_as_far_as_it_is_one() -> None:
    css = "p { color red; margin: 0; : 3px; padding: } } q { COLOR: blue; --mine: 1; color: red"
    assert used_properties(css) == {"margin", "color"}

"""Pages about a class: what they count, and that nothing in them is markup of a student's."""

from moviescrape.check.feedback_pages import class_page, common_mistakes, student_page
from moviescrape.check.score import Mistake, Verdict, mark

TEXT = Mistake("text", "year: 3 of 5 rows hold text such as '<b>(2002)</b>'")
NONE = Mistake("missing", "title: 1 of 5 rows is empty")
HALF = Verdict(4, {"title": mark(5, 0.8, [NONE]), "year": mark(5, 0.4, [TEXT, TEXT])}, ["it was handed in late"], 81)
FULL = Verdict(4, {"title": mark(5, 1), "year": mark(5, 1)})
OTHER = Verdict(4, {"title": mark(5, 1), "year": mark(5, 0, [TEXT])})


def test_a_student_counts_once_for_a_mistake() -> None:
    found = common_mistakes([FULL, HALF, OTHER])
    assert [(common.column, common.kind, common.students) for common in found] == [
        ("year", "text", 2),
        ("title", "missing", 1),
    ]


def test_a_student_s_page_says_all_and_escapes_it() -> None:
    page = student_page("<i>Jane</i>", HALF)
    assert "6 of 10 points" in page
    assert "&lt;i&gt;Jane" in page
    assert "&lt;b&gt;(2002)" in page
    assert "it was handed in late" in page
    assert "--seed 81" in page


def test_the_class_page_leads_to_each_student() -> None:
    page = class_page(4, [("ann", FULL), ("Jane Doe", HALF)])
    assert 'href="students/ann.html">ann' in page
    assert 'href="students/Jane%20Doe.html">Jane Doe' in page
    assert "Day 4: 2 submissions" in page
    assert class_page(4, [("ann", FULL)]).count("none") == 1

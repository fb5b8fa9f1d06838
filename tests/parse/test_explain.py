"""What `explain` says of values, disagreements and gaps."""

from moviescrape.pages.page import Page
from moviescrape.parse.explain import FieldExplanation, explain_page

HTML = b"""<!DOCTYPE html><html><head><link rel="canonical" href="https://www.imdb.com/search/title/">
<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [
 {"@type": "Movie", "name": "The Copper Road", "url": "/title/tt0000001/", "duration": "PT1H30M"},
 {"@type": "Movie", "name": "Low Water", "url": "/title/tt0000002/", "duration": "soon"}]}</script></head><body>
<div class="lister-item mode-advanced"><h3 class="lister-item-header"><a href="/title/tt0000001/?ref_=x">The Copper Road</a>
<span class="lister-item-year">(3020)</span></h3><span class="runtime">95 min</span></div>
<div class="lister-item mode-advanced"><h3 class="lister-item-header"><a href="/title/tt0000002/?ref_=x">Low Water</a>
<span class="lister-item-year">(1994)</span></h3></div></body></html>"""


def _explained() -> list[dict[str, FieldExplanation]]:
    explained = explain_page(Page(HTML, name="list.html"))
    return [{each.field: each for each in movie} for movie in explained.movies]


def test_a_value_says_its_way_and_place_and_what_the_others_said() -> None:
    runtime = _explained()[0]["runtime"]
    assert runtime.chosen is not None
    assert (runtime.chosen.value, runtime.chosen.extractor) == (95, "site")
    assert "span.runtime" in runtime.chosen.place
    assert [(other.value, other.extractor) for other in runtime.disagreeing] == [(90, "json-ld")]


def test_those_who_agree_do_not_disagree() -> None:
    title = _explained()[0]["title"]
    assert len(title.others) == 1
    assert title.disagreeing == ()


def test_a_gap_says_what_stood_there_and_why_it_was_not_taken() -> None:
    assert "impossible: '(3020)'" in _explained()[0]["year"].gap


def test_a_gap_says_which_selectors_found_nothing() -> None:
    second = _explained()[1]
    assert "selector found nothing: div.lister-item.mode-advanced span.runtime" in second["runtime"].gap
    assert "unreadable: 'soon'" in second["runtime"].gap


def test_a_field_that_no_movie_has_is_said_to_be_the_lists() -> None:
    assert "no movie of this list has it" in _explained()[0]["rating"].gap


def test_a_page_without_movies_has_a_problem_and_no_explained() -> None:
    explained = explain_page(Page(b"<html><title>About us</title><p>We sell shoes.</p></html>", name="about.html"))
    assert explained.movies == ()
    assert explained.page.problem is not None

"""How evidence is weighed."""

import pytest

from moviescrape.parse.budget import Budget
from moviescrape.parse.dom.document import parse_document
from moviescrape.parse.model import PageAddress
from moviescrape.parse.records import movie_list
from moviescrape.parse.records.decision import BIAS, WEIGHTS, weigh
from moviescrape.parse.records.evidence import features, is_running_text
from moviescrape.parse.records.outline import Outline, outline
from moviescrape.parse.records.page_words import PageWords
from moviescrape.parse.records.title_column import RecordSet

CARDS = "".join(f"<div class='film'><h3>Film {name}</h3><p>2019, 97 min</p></div>" for name in ("Ana", "Bo", "Cy", "Dee"))


def _evidence(html: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, float]]:
    """Return the evidence of each set of records on a page."""
    found: list[dict[str, float]] = []

    def gather(page: Outline, records: RecordSet, words: PageWords) -> dict[str, float]:
        found.append(features(page, records, words))
        return found[-1]

    monkeypatch.setattr(movie_list, "features", gather)
    root = parse_document(html.encode())
    assert root is not None
    movie_list.weigh_sets(outline(root), root, PageAddress(None, None), Budget())
    return found


def test_every_weight_is_of_a_kind_of_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    (evidence,) = _evidence(CARDS, monkeypatch)
    assert WEIGHTS.keys() <= evidence.keys()
    assert all(0 <= value <= 1 for value in evidence.values())


def test_facts_of_films_speak_for_films(monkeypatch: pytest.MonkeyPatch) -> None:
    (films,) = _evidence(f"<title>Films</title>{CARDS}", monkeypatch)
    (others,) = _evidence(CARDS.replace("film", "card").replace("Film", "Card").replace("97 min", "£9"), monkeypatch)
    assert weigh(films) > weigh(others) + 3


def test_nothing_known_is_no_movie() -> None:
    assert weigh(dict.fromkeys(WEIGHTS, 0.0)) == BIAS < 0


def test_titles_in_sentences_without_facts_are_running_text() -> None:
    assert is_running_text({"in_sentence": 0.9, "one_fact": 0.1})
    assert not is_running_text({"in_sentence": 0.9, "one_fact": 0.9})

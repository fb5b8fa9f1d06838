"""Phrases of paging."""

import pytest

from moviescrape.parse.paging.paging_words import may_be_phrase, read_phrase


@pytest.mark.parametrize(
    "text", ["Next", "next page »", "Weiter >", "Next 50 films", "下一页", "Siguiente", "Seuraava sivu", "Далее →"]
)
def test_the_next_page(text: str) -> None:
    assert may_be_phrase(text)
    assert read_phrase(text).is_next


@pytest.mark.parametrize("text", ["Load more", "Mehr laden", "Show 20 more films", "もっと読み込む", "Показать ещё"])
def test_more_of_a_list(text: str) -> None:
    assert may_be_phrase(text)
    assert read_phrase(text).loads_more


def test_more_alone_may_unfold_a_text() -> None:
    phrase = read_phrase("Show more")
    assert (phrase.is_more, phrase.loads_more, phrase.is_next) == (True, False, False)


@pytest.mark.parametrize("text", ["Home", "Heat", "The Next Three Days", "Moreau", "1994"])
def test_other_texts_are_none(text: str) -> None:
    phrase = read_phrase(text)
    assert (phrase.is_next, phrase.loads_more, phrase.is_more) == (False, False, False)

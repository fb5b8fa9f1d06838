"""Words by which a page's bytes say that it is about films."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.records.film_words import _ALIKE_GATE, _ALIKE_STEMS, FILM, _is_alike, count_film_texts, mentions_films

pieces = st.sampled_from(
    [
        "cine",
        "ciné",
        "medicine",
        "vaccine",
        "cinerary",
        "biograf",
        "biografie",
        "mozi",
        "mozilla",
        "kinas",
        "kinase",
        "סרט",
        "סרטן",
        " ",
    ]
)


@given(st.lists(pieces, max_size=8))
def test_a_word_that_others_begin_with_is_found_by_its_stem(words: list[str]) -> None:
    text = "".join(words).encode()
    assert any(_is_alike(text, stem) for stem in _ALIKE_STEMS) == bool(_ALIKE_GATE.search(text))


@pytest.mark.parametrize("word", ["film", "кино", "映画", "ciné", "MOVIE", "Starring", "režie", "סרט", "Director:"])
def test_words_are_found_in_pages_of_any_letters(word: str) -> None:
    assert mentions_films(f"<p>{word} x</p>".encode())
    assert mentions_films(f"<p>é {word} x</p>".encode())


@pytest.mark.parametrize("text", ["", "A cure for cancer, by Mozilla", "Médecine", "kinases", "biography", "ספרסרטן"])
def test_words_that_begin_alike_are_none(text: str) -> None:
    assert not mentions_films(text.encode())


words = st.sampled_from(
    ["film", "FİLM", "fılm", "Película", "KINO", "кино", "Ταινία", "cine", "médecine", "Mozi", "Mozilla", "หนังสือ", " ", "x", "é"]
)


@given(st.lists(st.lists(words, max_size=5).map("".join), max_size=8), st.integers(1, 9))
def test_texts_are_counted_as_the_pattern_counts_them(texts: list[str], most: int) -> None:
    assert count_film_texts(texts, most) == min(most, sum(bool(FILM.search(text)) for text in texts))

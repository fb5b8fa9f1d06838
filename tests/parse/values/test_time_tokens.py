"""The tokens of running times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.values.time_tokens import NO_TOKEN, Kind, Tokens


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("97 min", [Kind.NUMBER, Kind.MINUTE]),
        ("1 h 37", [Kind.NUMBER, Kind.HOUR, Kind.NUMBER]),
        ("1:37:00", [Kind.CLOCK]),
        ("97'", [Kind.NUMBER, Kind.MINUTE]),
        ("2 x 45 min", [Kind.NUMBER, Kind.TIMES, Kind.NUMBER, Kind.MINUTE]),
        ("1 Stunde und 5 Minuten", [Kind.NUMBER, Kind.HOUR, Kind.AND, Kind.NUMBER, Kind.MINUTE]),
        ("Heat", [Kind.WORD]),
        ("(97)", [Kind.MARK, Kind.NUMBER, Kind.MARK]),
        ("", []),
    ],
)
def test_a_text_is_numbers_words_and_marks(text: str, kinds: list[Kind]) -> None:
    tokens = Tokens(text)
    assert [tokens[place].kind for place in range(len(tokens))] == kinds


def test_outside_of_a_text_there_are_empty_marks() -> None:
    tokens = Tokens("97 min")
    assert tokens[-1] == tokens[2] == NO_TOKEN
    assert [tokens[0].glued, tokens[1].glued] == [False, False]
    assert Tokens("97min")[1].glued


@given(st.text(max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    tokens = Tokens(text)
    assert all(tokens[place].text for place in range(len(tokens)))

"""Rows of two tables that are about one movie find each other; what can't be told apart is left apart and said."""

import pytest

from moviescrape.table.pair_rows import MAX_ALIKE, Agreement, Pair, RowKeys, agreement_of, pair_rows


def row(title: str = "heat", year: int | None = 1995, actors: str = "", directors: str = "", url: str = "") -> RowKeys:
    address = frozenset([(url.split("/")[0], url)] if url else [])
    return RowKeys(address, frozenset([title]), year, frozenset(actors.split()), frozenset(directors.split()))


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        (row(url="imdb/1"), row("another", 1900, url="imdb/1"), Agreement.URL),
        (row(actors="a b"), row(year=1996, actors="b c"), Agreement.TITLE_AND_PEOPLE),
        (row(actors="a"), row(directors="d"), Agreement.TITLE_AND_YEAR),
        (row(directors="a"), row(actors="a"), Agreement.TITLE_AND_PEOPLE),
        (row(), row(year=None), Agreement.TITLE_ALONE),
        (row(year=None, actors="a"), row(year=None, actors="a"), Agreement.TITLE_AND_PEOPLE),
        (row(), row(year=1994), Agreement.NEARLY_YEAR),
        (row("star wars", actors="a"), row("star wars episode 4", actors="a"), Agreement.PART_OF_TITLE),
        (row(actors="a"), row(actors="b"), Agreement.OTHER_PEOPLE),
        (row("star wars"), row("star wars episode 4"), None),
        (row("star wars", actors="a"), row("star wars episode 4", 1996, actors="a"), None),
        (row(actors="a"), row(year=1996, actors="b"), None),
        (row(actors="a"), row(year=1997, actors="a"), None),
        (row(url="imdb/1", actors="a"), row(url="imdb/2", actors="a"), None),
        (row(), row("cold"), None),
    ],
)
def test_what_two_rows_agree_in(one: RowKeys, other: RowKeys, agreement: Agreement | None) -> None:
    assert agreement_of(one, other) == agreement_of(other, one) == agreement


def test_the_strongest_agreement_wins_and_each_row_has_one_partner() -> None:
    ones = [row(), row(actors="a b"), row(actors="c", url="films/1")]
    others = [row(actors="a"), row("another", url="films/1")]
    assert pair_rows(ones, others).pairs == [
        Pair(1, 0, Agreement.TITLE_AND_PEOPLE, shared=1),
        Pair(2, 1, Agreement.URL),
    ]


def test_more_people_shared_decide() -> None:
    pairing = pair_rows([row(actors="a b"), row(actors="a c d")], [row(actors="a c d e")])
    assert [(pair.one, pair.other) for pair in pairing.pairs] == [(1, 0)]


def test_rows_that_fit_equally_are_left_apart_and_told() -> None:
    pairing = pair_rows([row(url="a/1"), row(url="a/2")], [row(url="b/1")])
    assert pairing.pairs == []
    assert {(pair.one, pair.other) for pair in pairing.left_apart} == {(0, 0), (1, 0)}


def test_other_people_of_that_title_and_year_are_told_and_not_joined() -> None:
    pairing = pair_rows([row(actors="a")], [row(actors="b")])
    assert pairing.pairs == []
    assert pairing.left_apart == [Pair(0, 0, Agreement.OTHER_PEOPLE)]


def test_a_row_that_its_table_has_already_is_no_rival() -> None:
    twice = row(url="a/1", actors="x")
    pairing = pair_rows([twice, twice], [row(url="b/1", actors="x")])
    assert [(pair.one, pair.other) for pair in pairing.pairs] == [(0, 0)]
    assert pairing.left_apart == []


def test_many_rows_alike_cost_nothing_and_match_nothing() -> None:
    ones = [row("untitled", None, url=f"a/{number}") for number in range(MAX_ALIKE + 1)]
    others = [row("untitled", None, url=f"b/{number}") for number in range(5_000)]
    assert pair_rows(ones, others) == ([], [])

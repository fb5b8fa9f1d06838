"""Values: right on the forms that pages print, never raising, never out of range, and stable when read twice."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from moviescrape.movie import BY_NAME
from moviescrape.parse.fields import READERS
from moviescrape.parse.values.names import read_actors, read_name, read_name_list, read_names
from moviescrape.parse.values.numbers import ascii_digits, read_decimal, read_whole
from moviescrape.parse.values.ratings import on_ten, read_rating
from moviescrape.parse.values.runtimes import MAX_RUNTIME_MIN, from_seconds, read_runtime
from moviescrape.parse.values.titles import read_title, without_ranks
from moviescrape.parse.values.urls import absolute_url, canonical_url
from moviescrape.parse.values.years import FIRST_YEAR, LAST_YEAR, read_year

PIECES = (
    *("1", "99", "1999", "75", "12345678901234567890", "۱۳۹۸", "१९९९", " ", "\n", ".", ",", ":", "(", ")", "[", "]", "/", "%"),
    *("x", "×", "-", "h", "m", "min", " min", "PT", "P", "H", "M", "S", "K", "★", "½", " of ", "von", "...", "…", " as "),
    *("&amp;", "&", ";", '"', "«", "»", "TV Series", "voice", "dir.", "Cast:", "http://", "https://[", "?id=", "#", "\0"),
    *("\u200e", "uur", "분", "分钟", "ساعت"),
)  # fmt: skip
RAW = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.none(),
    st.lists(st.one_of(st.text(), st.none(), st.integers()), max_size=3),
)


@given(RAW)
def test_no_value_raises(raw: Any) -> None:
    for name, read in READERS.items():
        value = read(raw)
        if value is not None and BY_NAME[name].kind == "names":
            assert all(isinstance(each, str) and each for each in value)


@given(RAW)
def test_numbers_are_in_range(raw: Any) -> None:
    year, runtime, rating = read_year(raw), read_runtime(raw), read_rating(raw)
    assert year is None or FIRST_YEAR <= year <= LAST_YEAR
    assert runtime is None or 0 < runtime <= MAX_RUNTIME_MIN
    assert rating is None or 0 <= rating <= 10


@example(raw="0[][]")
@example(raw="Ana Bo (Eva)[1][2]")
@given(RAW)
def test_a_value_reads_as_itself(raw: Any) -> None:
    for read in (read_year, read_runtime, read_rating, read_title, read_name, read_names, read_actors, canonical_url):
        value = read(raw)
        assert not value or read(value) == value


@given(st.text(), st.text())
def test_links_never_raise(base: str, link: str) -> None:
    url = absolute_url(base, link)
    assert url is None or url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2 March 1999", 1999), ("1999-03-02", 1999), ("02.03.1999", 1999), ("3/2/1999", 1999), ("1999年3月", 1999),
        ("(TV Mini-Series 2008–2010)", 2008), ("II 2011", 2011), ("१९९९", 1999), ("۱۳۹۸", None), ("พ.ศ. 2562", 2019),
        ("1080p", None), ("12,1999 votes", None), ("1999", 1999), ("19991", None), ("8.1999.7", None),
    ],
)  # fmt: skip
def test_years(text: str, year: int | None) -> None:
    assert read_year(text) == year


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("PT02H02M00S", 122), ("P126M", 126), ("P57mM", 57), ("PT142M", 142), ("PT5400S", 90), ("P0DT1H5M", 65), ("PT", None),
        ("124", 124), ("95'", 95), ("1:42:00", 102), ("2h22", 142), ("1 Std. 38 Min.", 98), ("2 uur 22 min", 142),
        ("1h 45min", 105),
        ("1 ч 42 мин", 102), ("۱ ساعت و ۵۰ دقیقه", 110), ("2小时22分钟", 142), ("1시간 42분", 102), ("1 godz. 40 min.", 100),
        ("1 óra 42 perc", 102), ("1 tunti 40 minuuttia", 100), ("1 sa 30 dk", 90), ("1 timme 30 min", 90),
        ("2x75 min (Director's cut: 139 min)", 150), ("USA, 1999, 136 min", 136), ("1,440 min", 1440),
        ("0 min", None), ("PT0M", None), ("99999 min", None), ("(2.9M)", None), ("3M", None), ("9" * 400 + " min", None),
        ("PT" + "9" * 400 + "M", None),
    ],
)  # fmt: skip
def test_runtimes(text: str, minutes: int | None) -> None:
    assert read_runtime(text) == minutes


@pytest.mark.parametrize(
    ("text", "scale", "rating"),
    [
        ("8,7", 10, 8.7), ("87 %", 10, 8.7), ("4.2 of 5", 10, 8.4), ("4,2/5", 10, 8.4), ("84", 100, 8.4), ("★★★½", 10, 7.0),
        ("★★★★☆", 10, 8.0), ("۷٫۴", 10, 7.4), ("7.4 von 10", 10, 7.4), ("별표 5개 만점에 4.0개를 받았습니다.", 10, 8.0),
        ("8.7 (1,234)", 10, 8.7), ("11", 10, None), ("B+", 10, None), ("PG-13", 10, None), ("102063%", 10, None), ("-", 10, None),
        (True, 10, None),
    ],
)  # fmt: skip
def test_ratings(text: object, scale: float, rating: float | None) -> None:
    assert read_rating(text, scale) == rating


def test_off_the_scale() -> None:
    assert [on_ten(value, scale) for value, scale in ((11, 10), (-1, 10), (5, 0), (float("nan"), 10))] == [None] * 4
    assert [from_seconds(value) for value in (8520, 0, float("inf"), "8520", None)] == [142, None, None, None, None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Gunn (voice)", "Anna Gunn"), ("Bo Li as The Uncle", "Bo Li"), ("Bo Li ... The Uncle", "Bo Li"),
        ("Bo Li (as B. Li)", "Bo Li"),
        ("Maria Constan...", None), ("and more", None), ("...", None), ("等", None), ("Stars: Eva Fu,", "Eva Fu"),
        ("O&apos;Hara", "O'Hara"),
        ("Jonas Basman", "Jonas Basman"), ("As Low", "As Low"), ("|", None), ("50 Cent", "50 Cent"), (None, None),
    ],
)  # fmt: skip
def test_names(text: object, name: str | None) -> None:
    assert read_name(text) == name


def test_lists_of_names() -> None:
    assert read_actors(["Ana Bo (dir.)", "Cy Do", "Cy Do", "Eva Fu (réal.)", 3]) == ("Cy Do",)
    assert read_name_list("Drama、History|War") == ("Drama", "History", "War")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("9. rota", "9. rota"), ("12 Angry Men", "12 Angry Men"), ("Heat (1995)", "Heat"),
        ("Heat (I) (1995)", "Heat"), ("“Series”", "Series"), ("R&amp;amp;B", "R&B"), ("(1995)", "(1995)"), ("  ", None),
        ("\u200eHeat", "Heat"),
    ],
)  # fmt: skip
def test_titles(text: str, title: str | None) -> None:
    assert read_title(text) == title


@pytest.mark.parametrize(
    ("shown", "titles"),
    [
        (["1. Metropolis", "2. Ran"], ["Metropolis", "Ran"]), (["#12) Heat", "#11) Ran"], ["Heat", "Ran"]), (["1. Ran"], ["Ran"]),
        (["9. rota"], ["9. rota"]), (["9. rota", "Ran"], ["9. rota", "Ran"]), (["3. A", "3. B"], ["3. A", "3. B"]), ([], []),
        (["1. A", "2. B", "3. C", "5. D", "E"], ["A", "B", "C", "D", "E"]), (["1. A", "3. B", "2. C"], ["1. A", "3. B", "2. C"]),
    ],
)  # fmt: skip
def test_numbers_that_count_a_list_are_no_part_of_its_titles(shown: list[str], titles: list[str]) -> None:
    assert without_ranks(shown) == titles


def test_numbers() -> None:
    assert [read_whole(t) for t in ("1,234,567", "1 204", "(2.8M)", "9" * 5000 + "K", "no")] == [
        1234567,
        1204,
        2800000,
        None,
        None,
    ]
    assert [read_decimal(t) for t in ("8,7", "x", True, float("inf"))] == [8.7, None, None, None]
    assert ascii_digits("१२٫५") == "12.5"

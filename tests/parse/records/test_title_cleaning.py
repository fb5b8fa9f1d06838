"""What comes off a column of titles."""

import pytest

from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.title_cleaning import clean_titles, raw_titles, year_in_brackets
from support.outlines import outline_of


def _titles(texts: list[str]) -> list[str | None]:
    return [title and title.title for title in clean_titles(texts)]


@pytest.mark.parametrize(
    "form",
    ["{} – {}", "{} - {} (1995)", "{} by {}", "{} / {}", "{}, de {}", "{} réal. {} (France, 1995, 98 min)"],
)
def test_directors_behind_titles_come_off(form: str) -> None:
    names = ["Agnès Varda", "Jacques Tati", "Jean-Pierre Melville", "Chantal Akerman"]
    titles = ["Le Bonheur", "Jour de fête", "Le Doulos", "Toute une nuit"]
    assert _titles([form.format(*pair) for pair in zip(titles, names, strict=True)]) == titles


@pytest.mark.parametrize(
    "texts",
    [
        ["Ran – Chaos", "Ikiru – To Live", "Ugetsu – Tales of the Rain", "Dodesukaden – Clickety-Clack"],
        ["The Ferry – Der Kahn", "The Wall – Die Wand", "The Door – Die Tür", "The Boat – Das Boot"],
        ["Rocky – Part Two", "Alien – Director's Cut", "Heat", "Big"],
        ["Kill Bill – Volume 1", "Dune – Part One", "Che – Part One", "Mesrine – Part 1"],
    ],
)
def test_second_titles_and_parts_stay(texts: list[str]) -> None:
    assert _titles(texts) == texts


def test_a_year_in_brackets_is_taken_along() -> None:
    assert clean_titles(["Heat (1995)"])[0] == ("Heat", 1995)
    assert year_in_brackets("Heat 1995") is None


def test_an_original_title_comes_off() -> None:
    assert _titles(["枯れ葉 原題：Kuolleet lehdet", "怪物", "Heat (Originaltitel: Heat)"]) == ["枯れ葉", "怪物", "Heat"]


@pytest.mark.parametrize(
    ("pieces", "title"),
    [("<b>Игнат</b> <i>Ignat</i>", "Игнат"), ("<b>17)</b> <i>Heat</i>", "Heat"), ("<b>Heat</b> <i>Hitze</i>", "Heat Hitze")],
)
def test_a_title_in_latin_letters_behind_one_in_others_is_the_original(pieces: str, title: str) -> None:
    page = outline_of(f"<h3>{pieces}</h3>" * 2)
    spans = [RecordSpan(number, "", number, page.ends[number]) for number, tag in enumerate(page.tags) if tag == "h3"]
    assert {text.removeprefix("17) ") for text in raw_titles(page, spans)} == {title}

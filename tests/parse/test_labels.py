"""The label table: one meaning a label, whatever its dress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.movie import BY_NAME
from moviescrape.parse import labels
from moviescrape.parse.labels import label_field, split_label


def test_no_label_means_two_fields() -> None:
    meanings: dict[str, set[str]] = {}
    for field, text in labels._LABELS.items():
        for label in text.split("|"):
            meanings.setdefault(labels._fold(label), set()).add(field)
    assert {label: fields for label, fields in meanings.items() if len(fields) > 1 or not label} == {}


def test_every_label_names_a_field() -> None:
    assert set(labels._LABELS) <= set(BY_NAME)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Directed by", "directors"), ("RÉALISATEUR :", "directors"), ("Regie:", "directors"), ("Режиссёр", "directors"),
        ("导演:", "directors"), ("Cast", "actors"), ("Hrají:", "actors"), ("بازیگران", "actors"), ("출연", "actors"),
        ("Running time", "runtime"), ("Durée", "runtime"), ("片长:", "runtime"), ("Játékidő", "runtime"),
        ("Release date(s)", "year"), ("Erscheinungsjahr", "year"), ("公開日", "year"), ("Ensi-ilta", "year"),
        ("No.", "rank"), ("#", "rank"), ("User Rating", "rating"), ("País", "country"), ("Produced by", None), ("", None),
        ("Nota Film", "rating"), ("Durée du film", "runtime"), ("劇場公開日", "year"), ("Film director:", "directors"),
        ("Land & jaar", "year"), ("Año y país", "year"), ("Sex and the year", None),
        ("Movie times", None), ("The film", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_labels(label: str, field: str | None) -> None:
    assert label_field(label) == field


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Director: Ana Bo", ("directors", "Ana Bo")),
        ("主演：王 / 李", ("actors", "王 / 李")),
        ("Laufzeit:", ("runtime", "")),
        ("2001: A Space Odyssey", None),
        ("Plain text", None),
    ],
)
def test_lines(line: str, said: tuple[str, str] | None) -> None:
    assert split_label(line) == said


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert label_field(text) is None or label_field(text) in BY_NAME
    assert split_label(text) is None or split_label(text)

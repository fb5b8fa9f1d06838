"""Headers in other letters and languages."""

import pytest

from moviescrape.movie import BY_NAME
from moviescrape.table.exports.column_names import _LANGUAGES, translate_header


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Titel;Bewertung;Jahr;Laufzeit;Schauspieler;Regie;Link", "title;rating;year;runtime;actors;directors;url"),
        ("Titel;Waardering;Jaar;Speelduur;Acteurs;Regie", "title;rating;year;runtime;actors;directors"),
        ("Titre;Note;Année;Durée;Acteurs;Pays", "title;rating;year;runtime;actors;country"),
        ("TÍTULO;PUNTUACIÓN;AÑO;DURACIÓN", "title;rating;year;runtime"),
        ("Tytuł;Ocena;Rok;Czas trwania", "title;rating;year;runtime"),
        ("Название;Оценка;Год;Режиссёр", "title;rating;year;directors"),
        ("片名;评分;年份;导演", "title;rating;year;directors"),
        ("Film;Year;Duration", "title;year;runtime"),
        ("Movie_Title;Cast;Score", "title;actors;rating"),
        ("Titel;Anmerkung", "title;Anmerkung"),
    ],
)
def test_a_language_is_known_by_its_title(header: str, wanted: str) -> None:
    assert list(translate_header(header.split(";")).values()) == wanted.split(";")


@pytest.mark.parametrize("header", [["title", "note", "jahr"], ["Title", "Film"], ["note", "jahr"], [], ["a", "b"]])
def test_words_are_not_translated_beside_ours_or_without_a_title(header: list[str]) -> None:
    assert [name.casefold() for name in translate_header(header).values()] == [name.casefold() for name in header]


def test_a_column_is_not_taken_twice() -> None:
    assert translate_header(["Titel", "Filmtitel", "Jahr", "year"]) == {
        "Titel": "title",
        "Filmtitel": "Filmtitel",
        "Jahr": "Jahr",
        "year": "year",
    }


@pytest.mark.parametrize("language", _LANGUAGES)
def test_words_mean_columns_that_there_are(language: str) -> None:
    words = _LANGUAGES[language]
    assert "title" in words
    assert words.keys() <= BY_NAME.keys()
    given = [word for names in words.values() for word in names.split(", ")]
    assert len(given) == len(set(given))

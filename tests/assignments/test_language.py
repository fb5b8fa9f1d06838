"""The catalogues of the course's messages: complete, of one form with the messages, and compiled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from moviescrape.assignments.language import ENGLISH, LANGUAGES, _, use_language
from support.paths import PACKAGE

LOCALE = PACKAGE / "assignments" / "locale"
OTHERS = [code for code in LANGUAGES if code != ENGLISH]
UPDATE = "see `Translate a message` in CONTRIBUTING.md"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    use_language(ENGLISH)


def _catalogue(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES" / "moviescrape.po"


def _messages() -> set[str]:
    folders = (PACKAGE / "assignments", PACKAGE / "check")
    found = (each for folder in folders for each in extract_from_dir(folder, keywords={"_": None, "N_": None}))
    return {message for *_where, message, _comments, _context in found if isinstance(message, str) and message}


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated_and_no_other(code: str) -> None:
    with _catalogue(code).open("rb") as file:
        translated = {str(entry.id) for entry in read_po(file) if entry.id and entry.string and not entry.fuzzy}
    assert translated == _messages(), UPDATE


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_fields_of_its_message(code: str) -> None:
    with _catalogue(code).open("rb") as file:
        pairs = [(str(entry.id), str(entry.string)) for entry in read_po(file) if entry.id]
    fields = re.compile(r"\{[^}]*\}")
    assert [(one, other) for one, other in pairs if set(fields.findall(one)) != set(fields.findall(other))] == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_compiled_catalogue_is_that_of_the_text(code: str) -> None:
    with _catalogue(code).open("rb") as text, _catalogue(code).with_suffix(".mo").open("rb") as compiled:
        written = {str(entry.id): str(entry.string) for entry in read_po(text) if entry.id}
        read = {str(entry.id): str(entry.string) for entry in read_mo(compiled) if entry.id}
    assert read == written, UPDATE


def test_messages_come_in_the_language_in_use() -> None:
    assert _("More pandas") == "More pandas"
    use_language("nl")
    assert (_("More pandas"), _("no such message")) == ("Meer pandas", "no such message")


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        use_language("tlh")

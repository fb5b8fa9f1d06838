"""The language of the course: English, or another whose catalogue (gettext, in `locale/`) the package holds.

A message stands in the code in English, as `_("...")` where it is said, or as `N_("...")` in a table of messages that are said
later. `pybabel extract`, `update` and `compile` (Babel, of the extra `test`) keep the catalogues; the suite holds them complete.
"""

import gettext
from importlib.resources import files
from importlib.resources.abc import Traversable

ENGLISH = "en"
LANGUAGES = (ENGLISH, "nl")

_chosen = ENGLISH
_catalogue = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Say everything from now on in one of LANGUAGES; KeyError for another."""
    global _chosen, _catalogue
    if code not in LANGUAGES:
        raise KeyError(code)
    _chosen, _catalogue = code, gettext.NullTranslations() if code == ENGLISH else _read_catalogue(code)


def chosen_language() -> str:
    """Return the code of the language in use."""
    return _chosen


def _(message: str) -> str:
    """Return a message in the language in use, in English where it has no translation."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Return the message as it is, and have it found for translation: it goes through `_` where it is said."""
    return message


def translated(folder: Traversable, name: str) -> Traversable:
    """Return a folder's text `name` in the language in use, from the folder below it; in English where there is none."""
    other = folder / _chosen / name
    return other if _chosen != ENGLISH and other.is_file() else folder / name


def _read_catalogue(code: str) -> gettext.NullTranslations:
    with (files("moviescrape.assignments") / "locale" / code / "LC_MESSAGES" / "moviescrape.mo").open("rb") as file:
        return gettext.GNUTranslations(file)

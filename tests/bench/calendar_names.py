"""Build `weekday_names.txt` and `month_names.txt`: what the days of a week and the months are called, short and long.

    python tests/bench/calendar_names.py

The names are those of Unicode's CLDR, as Babel brings them (Unicode licence v3), of the languages below.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from country_names import LANGUAGES

from moviescrape.parse.records.showings import MONTH_FILE, WEEKDAY_FILE, fold_word


def main() -> None:
    """Write the files and say how many names they hold."""
    locales = [Locale.parse(language) for language in [*LANGUAGES.split(), "eu", "gl", "hy", "is", "mt", "en_GB", "en_CA"]]
    _write(WEEKDAY_FILE, (name for locale in locales for name in _names(locale.days)))
    _write(MONTH_FILE, (name for locale in locales for name in _names(locale.months)))


def _names(forms: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[str]:
    """Yield the long and the short names, as they stand alone and in a date."""
    for form in forms.values():
        for width in ("wide", "abbreviated"):
            yield from form[width].values()


def _write(file: Path, names: Iterator[str]) -> None:
    folded = {fold_word(name) for name in names}
    kept = sorted(name for name in folded if name.isalpha() and not (name.isascii() and len(name) == 1))
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} names, {file.stat().st_size} bytes: {file.name}")


if __name__ == "__main__":
    main()

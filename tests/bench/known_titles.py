"""Build `known_titles.bin`, the hashes of well-known film titles, one of the signs by which lists of movies are known.

    python tests/bench/known_titles.py LIST...

LIST is a JSON file of objects with a "Title" (the movies of the npm package vega-datasets, BSD-3-Clause, 3,201 films of 1928 to
2010), or a text file with a title a line (`known_titles.txt` beside this script, written down for this project).
Left out: titles of one word of the JSON lists (Chicago, Contact, Friday: chosen by nobody), and all of `menu_words.txt`.
Only hashes go into the package: 5 bytes a title, sorted.
"""

import json
import sys
from pathlib import Path

from moviescrape.parse.records.known_titles import FILE, hash_title

MENU_WORDS = Path(__file__).with_name("menu_words.txt")


def titles_of(path: Path) -> list[str]:
    """Return the titles of a list."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return [title for movie in json.loads(text) if " " in (title := str(movie["Title"] or ""))]
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def hashes_of(path: Path) -> set[bytes]:
    """Return the hashes of a list's titles, without those too short to mean anything."""
    return {found for title in titles_of(path) if (found := hash_title(title))}


def main() -> None:
    """Write the file and say how many titles it holds."""
    hashes = sorted(set().union(*map(hashes_of, map(Path, sys.argv[1:]))) - hashes_of(MENU_WORDS))
    FILE.write_bytes(b"".join(hashes))
    print(f"{len(hashes)} titles, {len(hashes) * 5} bytes: {FILE.name}")


if __name__ == "__main__":
    main()

"""Build `known_titles.bin`, the hashes of well-known film titles, one of the signs by which lists of movies are known.

    python tests/bench/known_titles.py LIST...

LIST is a JSON file of objects with a "Title" (the movies of the npm package vega-datasets, BSD-3-Clause, 3,201 films of 1928 to
2010), or a text file with a title a line (`known_titles.txt` beside this script, written down for this project).
Only hashes go into the package: 5 bytes a title, sorted.
"""

import json
import sys
from pathlib import Path

from moviescrape.parse.records.known_titles import FILE, hash_title

HERE = Path(__file__).parent


def titles_of(path: Path) -> list[str]:
    """Return the titles of a list."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return [str(movie["Title"]) for movie in json.loads(text) if movie.get("Title")]
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def main() -> None:
    """Write the file and say how many titles it holds."""
    titles = {title for path in map(Path, sys.argv[1:]) for title in titles_of(path)}
    hashes = sorted({found for title in titles if (found := hash_title(title))})
    FILE.write_bytes(b"".join(hashes))
    print(f"{len(hashes)} titles, {len(hashes) * 5} bytes: {FILE.name}")


if __name__ == "__main__":
    main()

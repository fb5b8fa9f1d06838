"""Damage ordinary pages at random and read them: never an exception, never over a second of CPU, never over 300 MB.

    python tests/bench/fuzz_pages.py [FOLDER...] [--pages 300] [--seed 1]

The pages are drawn from those below the folders given and from installed documentation, half of each, as often as it takes.
Of one that is longer than 60 KB, 99 times in 100 only the beginning and a part are taken, so that many can be read. One line
for each that fails, with the number that makes it again; exit 1 where there is one.
"""

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from page_folders import documentation_pages

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

MOST_S = 1.0
MOST_MB = 300
HEAD = 6_000
PART = 54_000
"""Bytes taken of a long page: of its beginning, and from anywhere."""
Damage = Callable[[bytes, random.Random], bytes]
_TAG = re.compile(rb"</?[a-zA-Z][^>]*>")
_ATTRIBUTE = re.compile(rb'\s[\w-]+="[^"]*"')


def tags_dropped(body: bytes, chance: random.Random) -> bytes:
    """Return a page without one in ten of its tags."""
    return _TAG.sub(lambda tag: b"" if chance.random() < 0.1 else tag[0], body)


def cut(body: bytes, chance: random.Random) -> bytes:
    """Return the beginning of a page."""
    return body[: chance.randrange(len(body) + 1)]


def attributes_doubled(body: bytes, chance: random.Random) -> bytes:
    """Return a page with one in five attributes written many times."""
    return _ATTRIBUTE.sub(lambda found: found[0] * (chance.randrange(2, 9) if chance.random() < 0.2 else 1), body)


def bytes_flipped(body: bytes, chance: random.Random) -> bytes:
    """Return a page with one in a hundred bytes changed."""
    damaged = bytearray(body)
    for _ in range(len(body) // 100):
        damaged[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(damaged)


def parts_moved(body: bytes, chance: random.Random) -> bytes:
    """Return a page whose parts between tags are in another order here and there."""
    parts = body.split(b"<")
    for _ in range(len(parts) // 20):
        one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        parts[one], parts[other] = parts[other], parts[one]
    return b"<".join(parts)


def a_part_repeated(body: bytes, chance: random.Random) -> bytes:
    """Return a page with a part of it standing there thirty times."""
    start = chance.randrange(len(body) + 1)
    part = body[start : start + 3000]
    return body[:start] + part * 30 + body[start:]


DAMAGES: tuple[Damage, ...] = (tags_dropped, cut, attributes_doubled, bytes_flipped, parts_moved, a_part_repeated)


def taken(body: bytes, chance: random.Random) -> bytes:
    """Return a page that is not long, or is taken whole, or its beginning and a part of it."""
    if len(body) <= HEAD + PART or chance.random() < 0.01:
        return body
    start = chance.randrange(HEAD, len(body) - PART)
    return body[:HEAD] + body[start : start + PART]


def damaged(path: Path, number: int) -> tuple[bytes, str]:
    """Return a page damaged in two ways, and their names; the same for the same number."""
    chance = random.Random(f"{path}{number}")
    body = taken(path.read_bytes(), chance)
    damages = chance.sample(DAMAGES, 2)
    for damage in damages:
        body = damage(body, chance)
    return body, ", ".join(damage.__name__ for damage in damages)


def peak_mb() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read(path: Path, number: int) -> str | None:
    """Return what is wrong with reading a damaged page; None where nothing is."""
    body, damages = damaged(path, number)
    started, held_before = time.process_time(), peak_mb()
    try:
        parse_page(Page(body, name=str(path)), DEFAULT_COLUMNS)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    spent, held = time.process_time() - started, peak_mb()
    if spent > MOST_S:
        return f"{spent:.2f} s for {len(body) / 1e6:.2f} MB, {damages}"
    return f"{held:.0f} MB for {len(body) / 1e6:.2f} MB, {damages}" if held > max(MOST_MB, held_before) else None


def drawn(given: list[Path], others: list[Path], chance: random.Random) -> Path:
    """Return one of the pages, as often one given as another."""
    return chance.choice(given if given and (not others or chance.random() < 0.5) else others)


def main() -> None:
    """Print what went wrong, page by page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    given = sorted(path for folder in options.folders for path in folder.rglob("*.html"))
    others = documentation_pages(sys.maxsize)
    chance = random.Random(options.seed)
    faults = 0
    for number in range(options.pages):
        path = drawn(given, others, chance)
        if fault := read(path, number):
            faults += 1
            print(f"{path}, number {number}: {fault}", flush=True)
    print(
        f"{options.pages} damaged pages of {len(given)} given and {len(others)} of documentation, {faults} with a fault; "
        f"{time.process_time():.0f} s CPU, {peak_mb():.0f} MB at most (--seed {options.seed})"
    )
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

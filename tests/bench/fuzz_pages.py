"""Damage ordinary pages at random and read them: never an exception, never over a second of CPU.

    python tests/bench/fuzz_pages.py [FOLDER...] [--pages 300] [--seed 1]

The pages are those of installed documentation and any below the folders given, half of each. One line for each that fails, with
the seed that makes it again; exit 1 where there is one.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from page_folders import documentation_pages

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page

MOST_S = 1.0
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


def read(path: Path, seed: int) -> str | None:
    """Return what is wrong with reading a damaged page; None where nothing is."""
    chance = random.Random(f"{path}{seed}")
    body = path.read_bytes()
    damages = chance.sample(DAMAGES, 2)
    for damage in damages:
        body = damage(body, chance)
    started = time.process_time()
    try:
        parse_page(Page(body, name=str(path)), DEFAULT_COLUMNS)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    spent = time.process_time() - started
    names = ", ".join(damage.__name__ for damage in damages)
    return f"{spent:.2f} s for {len(body) / 1e6:.2f} MB, {names}" if spent > MOST_S else None


def main() -> None:
    """Print what went wrong, page by page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    given = sorted(path for folder in options.folders for path in folder.rglob("*.html"))
    half = min(len(given), options.pages // 2)
    paths = random.Random(options.seed).sample(given, half) + documentation_pages(options.pages - half, options.seed)
    faults = [(path, fault) for path in paths if (fault := read(path, options.seed))]
    for path, fault in faults:
        print(f"{path}: {fault}")
    print(f"{len(paths)} damaged pages, {len(faults)} with a fault (--seed {options.seed})")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

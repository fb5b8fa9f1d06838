"""Read pages about other things, and count the movies invented on them: none is the goal.

    python tests/bench/no_movies.py [--pages 2000] [--seed 1]

The pages are HTML of installed documentation: Debian's packages below /usr/share/doc (`apt install python3-doc debian-handbook`
brings 3,800 in 26 languages), and what Python's packages carry in site-packages.
"""

import argparse
import time
from collections import Counter

from page_folders import documentation_pages, package_of

from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page


def main() -> None:
    """Print every movie invented, what was read, and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    paths = documentation_pages(options.pages, options.seed)
    packages, invented, size, slowest = Counter(map(package_of, paths)), 0, 0, (0.0, "")
    started = time.process_time()
    for path in paths:
        body, begun = path.read_bytes(), time.process_time()
        movies = parse_page(Page(body, name=str(path)), DEFAULT_COLUMNS).movies
        slowest = max(slowest, (time.process_time() - begun, str(path)))
        size, invented = size + len(body), invented + len(movies)
        if movies:
            print(f"invented {len(movies)}: {[movie.title for movie in movies[:4]]} in {path}")
    spent = time.process_time() - started
    print(f"{len(paths)} pages of {', '.join(f'{name} {count}' for name, count in packages.most_common())}")
    print(f"{invented} movies invented; {spent:.1f} s CPU, {spent * 1e9 / max(1, size):.0f} ns a byte")
    print(f"slowest: {slowest[0]:.2f} s, {slowest[1]}")


if __name__ == "__main__":
    main()

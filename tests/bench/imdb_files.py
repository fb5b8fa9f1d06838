"""Read invented files in the form of IMDb's data files into a CSV: CPU time, peak memory, and whether the rows are right.

    python tests/bench/imdb_files.py [--titles 2000000] [--folder DIR]

About five principals a title; the files are made once in the folder (4 minutes for 2 million titles). Peers are not measured
here: the files are read by duckdb and polars too, but into other rows.
"""

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.table.columns import to_columns
from support.imdb_tables import truth_of, write_imdb_files


def main() -> int:
    """Make the files where they are missing, read them, compare the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=2_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "invented_imdb_files")
    options = parser.parse_args()
    folder = options.folder / str(options.titles)
    if not folder.is_dir():
        folder.mkdir(parents=True)
        write_imdb_files(folder, options.titles)
    out = options.folder / "movies.csv"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "moviescrape", "parse", folder, "--out", out], check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    wrong, rows = compare(out, options.titles)
    print(f"{rows:,} rows, {wrong} wrong; {cpu_s:.1f} s CPU, {time.monotonic() - started:.1f} s, {used.ru_maxrss / 1024:.0f} MB")
    return int(wrong > 0)


def compare(out: Path, titles: int) -> tuple[int, int]:
    """Return how many rows of the CSV are not those of the truth, and how many there should be."""
    columns = to_columns(truth_of(titles), DEFAULT_COLUMNS)
    truth = zip(*columns.values(), strict=True)
    with out.open(encoding="utf-8", newline="") as file:
        found = csv.reader(file)
        next(found)
        pairs = zip_longest(found, truth)
        wrong = sum(row != [("" if value is None else str(value)) for value in right or ()] for row, right in pairs)
    return wrong, len(columns["title"])


if __name__ == "__main__":
    sys.exit(main())

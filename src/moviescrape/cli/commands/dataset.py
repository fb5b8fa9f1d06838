"""`moviescrape dataset`: a data set for a model from a table."""

from pathlib import Path

import click

from moviescrape.cli.given_table import read_given_table
from moviescrape.cli.parameters import FILE, FOLDER
from moviescrape.cli.terminal import say, say_verdict
from moviescrape.cli.words import plural
from moviescrape.errors import UsageError


@click.command(epilog="Example: moviescrape dataset movies.csv --out films --task year")
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--out", "-o", required=True, type=FOLDER, metavar="DIR", help="The folder to make or to fill.")
@click.option("--title", metavar="TEXT", help="The name of the data set.  [default: that of FILE]")
@click.option(
    "--task", "question", type=click.Choice(["genre", "rating", "year"]), help="Add features and target, and baselines."
)
@click.option("--shares", default="80,10,10", show_default=True, metavar="N,N,N", help="Percent to train, validate and test.")
@click.option("--salt", default="", metavar="TEXT", help="Another text splits another way.")
@click.option("--publishable", is_flag=True, help="Leave out movies that you may not publish, or of whose site nothing is known.")
def dataset(file: Path, out: Path, title: str | None, question: str | None, shares: str, salt: str, publishable: bool) -> None:
    """Make a data set for a model of a table: train, validation and test that share no film.

    DIR gets the splits as Parquet, README.md with what is in them, croissant.json, schema.json and SHA256SUMS; it loads with
    datasets.load_dataset("DIR"). The same table gives the same bytes.
    """
    from moviescrape.export.dataset.dataset_files import build_dataset
    from moviescrape.export.dataset.task import Task
    from moviescrape.export.publish_folder import check_folder, publish_folder

    check_folder(out)
    task = Task(question) if question else None
    parts = _read_shares(shares)
    made = build_dataset(read_given_table(file), title or file.stem, salt=salt, shares=parts, publishable=publishable, task=task)
    publish_folder(made.files, out)
    for score in made.scores:
        say(f"{score.model}: {', '.join(f'{name} {value:.3f}' for name, value in score.measures.items())}")
    left_out = f"; {made.left_out:,} left out that may not be published" if made.left_out else ""
    parted = ", ".join(f"{count:,} {split}" for split, count in made.rows.items())
    say_verdict(f"{plural(sum(made.rows.values()), 'movie')} in {out}: {parted}{left_out}", good=True)


def _read_shares(text: str) -> tuple[int, ...]:
    try:
        return tuple(map(int, text.split(",")))
    except ValueError:
        raise UsageError(f"--shares {text!r} is not three whole numbers", remedy="write 80,10,10") from None

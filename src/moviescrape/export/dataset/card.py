"""README.md of a data set: the YAML in front that dataset hubs and `datasets.load_dataset` read, and a page for people.

The form is that of https://huggingface.co/docs/hub/datasets-cards.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from moviescrape.export.dataset.baseline import Score
from moviescrape.export.dataset.splits import SPLITS
from moviescrape.export.dataset.task import Task
from moviescrape.movie import BY_NAME

_TYPES = {"string": "string", "Float64": "float64", "Int64": "int64"}
ORIGIN = {
    "site": "the site of that page",
    "licence": "what is known of the site's terms",
    "version": "the version of moviescrape that made the data set",
    "group": "the key of the film: rows of one film are in one split",
    "my_rating": "a person's own rating on 0-10",
    "text": "all that the table says in words, but for the answer",
    "target": "the answer",
}
"""The meanings of columns that a data set has beside a movie's."""


class Config(NamedTuple):
    """One way to load a data set: its name, its splits, and the file of each."""

    name: str
    splits: Mapping[str, pd.DataFrame]

    @property
    def files(self) -> dict[str, str]:
        """Return the file of each split."""
        return {split: f"{split}.parquet" if self.name == "default" else f"{self.name}-{split}.parquet" for split in self.splits}

    @property
    def columns(self) -> dict[str, str]:
        """Return the type of each column, in the words of `datasets`."""
        return {str(name): _TYPES[str(dtype)] for name, dtype in self.splits["train"].dtypes.items()}

    @property
    def rows(self) -> int:
        """Return how many there are in all splits."""
        return sum(map(len, self.splits.values()))


def write_card(title: str, configs: Sequence[Config], salt: str, task: Task | None, scores: Sequence[Score]) -> str:
    """Return the text of README.md."""
    return "\n".join([*_front_matter(title, configs), *_body(title, configs, salt), *_scores(configs, task, scores)]) + "\n"


def _front_matter(title: str, configs: Sequence[Config]) -> Iterator[str]:
    licences = _counts(configs[0], "licence")
    only = next(iter(licences)).lower() if len(licences) == 1 else "other"
    yield from ("---", f"pretty_name: {_quoted(title)}")
    yield f"license: {only if only.startswith('cc') else 'other'}"
    yield from ("tags:", "- movies", "- tabular", "size_categories:", f"- {_size(configs[0].rows)}", "configs:")
    for config in configs:
        yield from (f"- config_name: {config.name}", "  data_files:")
        for split, file in config.files.items():
            yield from (f"  - split: {split}", f"    path: {file}")
    yield "dataset_info:"
    for config in configs:
        yield from (f"- config_name: {config.name}", "  features:")
        for name, kind in config.columns.items():
            yield from (f"  - name: {_quoted(name)}", f"    dtype: {kind}")
        yield "  splits:"
        for split, rows in config.splits.items():
            yield from (f"  - name: {split}", f"    num_examples: {len(rows)}")
    yield from ("---", "")


def _quoted(text: str) -> str:
    plain = "".join(letter for letter in text if letter.isprintable())
    return "'" + plain.replace("'", "''") + "'"


def _cell(text: str) -> str:
    """Return a text as a cell of a table in Markdown."""
    return " ".join(text.replace("|", "\\|").split())


def _size(rows: int) -> str:
    """Return the hub's word for a number of rows.

    >>> _size(999), _size(1000), _size(3_000_000)
    ('n<1K', '1K<n<10K', '1M<n<10M')
    """
    names = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M")
    return names[min(max(len(str(rows)) - 3, 0), len(names) - 1)]


def _body(title: str, configs: Sequence[Config], salt: str) -> Iterator[str]:
    default = configs[0]
    yield from (
        f"# {title}",
        "",
        f"{default.rows:,} movies, made by moviescrape. No film stands in two splits: rows that share an",
    )
    yield from (
        "address, an IMDb id, or a title with nearly the year are one group, and a group's split is decided by a hash of its",
    )
    yield from (f"key and the salt {salt!r}. The same table and salt give the same files.", "")
    yield from ("```python", "import datasets", "", 'movies = datasets.load_dataset("the folder of this file")', "```", "")
    yield from ("| split | movies | films |", "|---|---|---|")
    for split in SPLITS:
        rows = default.splits[split]
        yield f"| {split} | {len(rows):,} | {rows['group'].nunique():,} |"
    yield from ("", "## Columns", "", "| column | type | missing | meaning |", "|---|---|---|---|")
    whole = pd.concat(default.splits.values())
    for name, kind in default.columns.items():
        meaning = BY_NAME[name].meaning if name in BY_NAME else ORIGIN.get(name, "from the table")
        yield f"| {_cell(name)} | {kind} | {whole[name].isna().mean():.0%} | {meaning} |"
    yield from ("", "## Where the rows are from", "", "| site | movies | terms |", "|---|---|---|")
    for (site, licence), count in Counter(zip(_texts(whole, "site"), _texts(whole, "licence"), strict=True)).most_common():
        yield f"| {_cell(site)} | {count:,} | {licence} |"
    yield from (
        "",
        "Ask before you publish rows whose terms are unknown or not free. Sites show what their makers chose: what is missing",
    )
    yield from ("here (films, countries, centuries) is missing for a reason, and a model learns that too.",)


def _scores(configs: Sequence[Config], task: Task | None, scores: Sequence[Score]) -> Iterator[str]:
    if task is None:
        return
    test = configs[1].splits["test"]
    yield from ("", f"## The task: find out the {task}", "")
    yield f"`datasets.load_dataset(folder, {task.value!r})` gives `text`, and `target`, the answer. Something to beat,"
    yield from (f"judged on the {len(test):,} movies of the test split, which you should look at once:", "")
    names = list(scores[0].measures)
    yield from (f"| model | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|")
    for score in scores:
        yield f"| {score.model} | {' | '.join(f'{score.measures[name]:.3f}' for name in names)} |"


def _counts(config: Config, column: str) -> Counter[str]:
    return Counter(text for rows in config.splits.values() for text in _texts(rows, column))


def _texts(rows: pd.DataFrame, column: str) -> Iterable[str]:
    return list(rows[column].fillna("unknown"))

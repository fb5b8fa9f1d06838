"""The files of a data set: Parquet splits, README.md, croissant.json, schema.json, SHA256SUMS. The same table, the same bytes."""

import io
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

import pandas as pd

from moviescrape._version import __version__
from moviescrape.errors import SourceError, UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.export.dataset.baseline import Score, score_baselines
from moviescrape.export.dataset.card import Config, write_card
from moviescrape.export.dataset.croissant import write_croissant
from moviescrape.export.dataset.licences import Origin, origin_of
from moviescrape.export.dataset.splits import SHARES, SPLITS, choose_splits
from moviescrape.export.dataset.task import Task, task_frame
from moviescrape.table.connected_rows import connect_rows
from moviescrape.table.schema import conform_frame


class DataSet(NamedTuple):
    """The files of a data set by name, the rows of each split, and how many were left out because they may not be published."""

    files: dict[str, bytes]
    rows: dict[str, int]
    left_out: int
    scores: list[Score]


def build_dataset(
    frame: pd.DataFrame,
    title: str,
    *,
    salt: str = "",
    shares: Sequence[int] = SHARES,
    publishable: bool = False,
    task: Task | None = None,
) -> DataSet:
    """Return the files of a data set of a typed table.

    `publishable` leaves out rows of sites whose terms don't allow it, or are not known. With a `task`, there are files of
    features and target too, and the card says what two baselines score. Raise SourceError where the table is too small or has
    no answers to the task, UsageError for shares that don't add up or a package that is missing.
    """
    _check_shares(shares)
    typed = conform_frame(frame)
    origins = _origins(typed)
    whole = _with_origins(typed, origins)
    chosen = whole[[origin.licence.may_publish for origin in origins]] if publishable else whole
    if publishable and chosen.empty:
        raise SourceError("no row of the table may be published", remedy=Remedy.KEEP_PRIVATE)
    sides = choose_splits(chosen["group"].tolist(), salt, shares)
    configs = [_config("default", chosen, sides)]
    scores: list[Score] = []
    if task:
        asked = task_frame(chosen, task)
        by_row = dict(zip(chosen.index, sides, strict=True))
        configs.append(_config(task.value, asked, [by_row[row] for row in asked.index]))
        _check_answers(configs[1], task)
        scores = score_baselines(configs[1].splits, task)
    files = _data_files(configs)
    files |= _described(title, configs, files, write_card(title, configs, salt, task, scores))
    rows = {split: len(part) for split, part in configs[0].splits.items()}
    return DataSet(files, rows, len(whole) - len(chosen), scores)


def _check_shares(shares: Sequence[int]) -> None:
    if len(shares) != len(SPLITS) or sum(shares) != 100 or min(shares) < 1:
        raise UsageError(f"the shares {','.join(map(str, shares))} are not three that make 100", remedy="write 80,10,10")


def _origins(frame: pd.DataFrame) -> list[Origin]:
    missing = [None] * len(frame)
    return list(map(origin_of, frame.get("source", missing), frame.get("url", missing)))


def _with_origins(frame: pd.DataFrame, origins: Sequence[Origin]) -> pd.DataFrame:
    """Return the table with where each row is from, what its terms are, and which film it is."""
    added = {
        "site": [origin.site for origin in origins],
        "licence": [origin.licence.name for origin in origins],
        "version": [__version__] * len(frame),
        "group": connect_rows(frame),
    }
    return frame.assign(**{name: pd.Series(cells, dtype="string", index=frame.index) for name, cells in added.items()})


def _config(name: str, rows: pd.DataFrame, sides: Sequence[str]) -> Config:
    side = pd.Series(list(sides), index=rows.index, dtype="object")
    return Config(name, {split: rows[side == split].reset_index(drop=True) for split in SPLITS})


def _check_answers(config: Config, task: Task) -> None:
    empty = [split for split in ("train", "test") if config.splits[split].empty]
    if empty:
        raise SourceError(f"no film of the {' and '.join(empty)} split has a {task}", remedy=Remedy.OTHER_SALT)


def _data_files(configs: Sequence[Config]) -> dict[str, bytes]:
    try:
        from moviescrape.export import to_parquet
    except ImportError:
        raise UsageError("a data set is written by pyarrow", remedy="pip install 'moviescrape[dataset]'") from None
    files = {}
    for config in configs:
        for split, file in config.files.items():
            packed = io.BytesIO()
            to_parquet.write(iter([config.splits[split]]), packed)
            files[file] = packed.getvalue()
    return files


def _described(title: str, configs: Sequence[Config], files: Mapping[str, bytes], card: str) -> dict[str, bytes]:
    """Return what describes the data files, for people and programs."""
    digests = {name: sha256(content).hexdigest() for name, content in files.items()}
    sizes = {name: len(content) for name, content in files.items()}
    said = {
        "README.md": card.encode(),
        "croissant.json": write_croissant(title, configs, sizes, digests).encode(),
        "schema.json": f"{json.dumps({config.name: config.columns for config in configs}, indent=2)}\n".encode(),
    }
    sums = digests | {name: sha256(content).hexdigest() for name, content in said.items()}
    lines = [f"{digest}  {name}\n" for name, digest in sorted(sums.items())]
    return said | {"SHA256SUMS": "".join(lines).encode()}

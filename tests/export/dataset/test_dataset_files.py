"""A data set as its users load it: by `datasets`, by Croissant, by `sha256sum`."""

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import yaml

from moviescrape.errors import SourceError, UsageError
from moviescrape.export.dataset.dataset_files import DataSet, build_dataset
from moviescrape.export.dataset.splits import SPLITS
from moviescrape.export.dataset.task import Task
from moviescrape.table.connected_rows import connect_rows
from moviescrape.table.schema import conform_frame

GENRES = ("Drama;Crime", "Comedy", "Horror;Drama")


def _movies(count: int = 60) -> pd.DataFrame:
    """Return a table of made films, each of them twice: on two sites, a year apart."""
    films = [
        {
            "title": f"Film {number}",
            "year": 1950 + number,
            "rating": 5 + number % 5,
            "genres": GENRES[number % 3],
            "description": ("a sad man", "a funny dog", "a dark house")[number % 3],
            "url": f"https://{site}/film/{number}",
        }
        for number in range(count)
        for site in ("www.wikidata.org", "films.example")
    ]
    frame = conform_frame(pd.DataFrame(films))
    frame.loc[frame["url"].str.contains("films.example"), "year"] += 1
    return frame


def _read(made: DataSet, name: str) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(made.files[name]))


@pytest.fixture(scope="module")
def made() -> DataSet:
    """Return a data set with a task."""
    return build_dataset(_movies(), "Films: 'old' & new", task=Task.GENRE)


@pytest.mark.parametrize("salt", [str(number) for number in range(20)])
def test_no_film_is_in_two_splits(salt: str) -> None:
    made = build_dataset(_movies(), "Films", salt=salt)
    whole = pd.concat(_read(made, f"{split}.parquet").assign(split=split) for split in SPLITS)
    assert whole.groupby(connect_rows(whole))["split"].nunique().max() == 1
    assert len(whole) == 120
    assert min(made.rows.values()) > 0


def test_the_same_table_gives_the_same_bytes(made: DataSet) -> None:
    assert build_dataset(_movies(), "Films: 'old' & new", task=Task.GENRE).files == made.files


def test_sums_are_those_of_the_files(made: DataSet) -> None:
    sums = dict(line.split("  ")[::-1] for line in made.files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(body).hexdigest() for name, body in made.files.items() if name != "SHA256SUMS"}


def test_rows_say_where_they_are_from(made: DataSet) -> None:
    row = _read(made, "train.parquet").iloc[0]
    assert (row["site"], row["licence"]) == ("wikidata", "CC0-1.0")
    assert row["group"].startswith("title film")
    assert row["version"]


def test_the_task_gives_nothing_away(made: DataSet) -> None:
    rows = pd.concat(_read(made, f"genre-{split}.parquet") for split in SPLITS)
    assert list(rows) == ["text", "year", "target"]
    assert len(rows) == 60  # of each film, one row
    assert set(rows["target"]) == {"Drama", "Comedy", "Horror"}
    assert not rows["text"].str.contains("Drama|Comedy|Horror|Crime").any()
    simple = next(score for score in made.scores if "TF-IDF" in score.model)
    assert simple.measures["accuracy"] == 1.0  # the words tell it


@pytest.mark.parametrize("task", [Task.RATING, Task.YEAR])
def test_numbers_are_found_out_too(task: Task) -> None:
    made = build_dataset(_movies(), "Films", task=task)
    assert _read(made, f"{task}-test.parquet")["target"].dtype == "Float64"
    assert task.value not in _read(made, f"{task}-test.parquet")
    assert [list(score.measures) for score in made.scores] == [["mean absolute error"]] * 2


def test_the_card_has_front_matter_and_scores(made: DataSet) -> None:
    _, front, body = made.files["README.md"].decode().split("---\n", 2)
    said = yaml.safe_load(front)
    assert said["pretty_name"] == "Films: 'old' & new"
    assert said["license"] == "other"
    assert [config["config_name"] for config in said["configs"]] == ["default", "genre"]
    assert said["dataset_info"][0]["splits"][0] == {"name": "train", "num_examples": made.rows["train"]}
    assert "| TF-IDF and logistic regression | 1.000 |" in body
    assert "| wikidata | 60 | CC0-1.0 |" in body


def test_a_column_of_the_users_own_may_be_called_anything() -> None:
    made = build_dataset(_movies().assign(**{"seen: with | whom": pd.Series(["Bo"] * 120, dtype="string")}), "Films")
    _, front, body = made.files["README.md"].decode().split("---\n", 2)
    assert "seen: with | whom" in [feature["name"] for feature in yaml.safe_load(front)["dataset_info"][0]["features"]]
    assert "| seen: with \\| whom | string |" in body


def test_what_may_not_be_published_is_left_out() -> None:
    made = build_dataset(_movies(), "Films", publishable=True)
    assert (made.left_out, sum(made.rows.values())) == (60, 60)
    assert yaml.safe_load(made.files["README.md"].decode().split("---\n")[1])["license"] == "cc0-1.0"
    unknown = _movies().drop(columns="url")
    with pytest.raises(SourceError, match="no row of the table may be published"):
        build_dataset(unknown, "Films", publishable=True)


def test_a_table_of_titles_alone_is_enough() -> None:
    made = build_dataset(_movies()[["title"]], "Films")
    assert list(_read(made, "train.parquet")) == ["title", "site", "licence", "version", "group"]


@pytest.mark.parametrize("shares", [(80, 10), (100, 0, 0), (50, 50, 50), (80, 30, -10)])
def test_shares_that_do_not_add_up(shares: tuple[int, ...]) -> None:
    with pytest.raises(UsageError, match="not three that make 100"):
        build_dataset(_movies(), "Films", shares=shares)


def test_what_has_no_answers_is_refused() -> None:
    with pytest.raises(SourceError, match="the table has no genres"):
        build_dataset(_movies().drop(columns="genres"), "Films", task=Task.GENRE)
    few = _movies().assign(genres=pd.Series(["Drama"] + [None] * 119, dtype="string"))
    with pytest.raises(SourceError, match="split has a genre"):
        build_dataset(few, "Films", task=Task.GENRE)
    with pytest.raises(SourceError, match="2 films"):
        build_dataset(_movies(2), "Films")


def test_one_answer_alone_is_only_guessed() -> None:
    made = build_dataset(_movies().assign(genres="Drama"), "Films", task=Task.GENRE)
    assert [score.model for score in made.scores] == ["a guess: the most frequent"]


_LOADED = """
import sys, datasets
for name, rows in ((None, 120), ("genre", 60)):
    loaded = datasets.load_dataset(sys.argv[1], name)
    assert list(loaded) == ["train", "validation", "test"], loaded
    assert sum(len(split) for split in loaded.values()) == rows, loaded
print(loaded["train"].features["target"].dtype)
"""


@pytest.mark.slow
def test_it_loads_with_datasets(made: DataSet, tmp_path: Path) -> None:
    folder = _written(made, tmp_path)
    environment = {
        "HF_HOME": str(tmp_path / "cache"),
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "PATH": "",
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", _LOADED, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()[-6:]) == (0, "string"), done.stderr


_VALID = """
import json, sys, mlcroissant
data = mlcroissant.Dataset(jsonld=sys.argv[1])
issues = data.metadata.ctx.issues
assert not issues.errors, issues.report()
assert all("datePublished" in warning for warning in issues.warnings), issues.report()  # a date would change the bytes
first = next(iter(data.records("default-train")))
print(json.dumps({key: value.decode() if isinstance(value, bytes) else str(value) for key, value in first.items()}))
"""


@pytest.mark.slow
def test_croissant_is_valid_and_reads_the_rows(made: DataSet, tmp_path: Path) -> None:
    folder = _written(made, tmp_path)
    environment = {"HOME": str(tmp_path), "PATH": "", "CROISSANT_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-c", _VALID, str(folder / "croissant.json")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["default-train/title"] == _read(made, "train.parquet")["title"].iloc[0]


def _written(made: DataSet, folder: Path) -> Path:
    made_folder = folder / "films"
    made_folder.mkdir()
    for name, body in made.files.items():
        (made_folder / name).write_bytes(body)
    return made_folder

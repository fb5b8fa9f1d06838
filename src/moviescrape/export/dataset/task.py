"""A question to a model: what is given of a film, and what is to be found out."""

from enum import StrEnum

import pandas as pd

from moviescrape.errors import SourceError
from moviescrape.errors.remedies import Remedy

TEXT, TARGET = "text", "target"
_WORDS = ("title", "original_title", "description", "genres", "directors", "actors", "languages", "country")
_NUMBERS = ("year", "runtime")


class Task(StrEnum):
    """What is to be found out."""

    GENRE = "genre"
    RATING = "rating"
    YEAR = "year"

    @property
    def column(self) -> str:
        """Return the column that is the answer."""
        return "genres" if self is Task.GENRE else self.value

    @property
    def is_classification(self) -> bool:
        """Return whether the answer is one of several names, not a number."""
        return self is Task.GENRE


def task_frame(frame: pd.DataFrame, task: Task) -> pd.DataFrame:
    """Return `text` (all that is said in words), year and runtime where they are given, and `target`, a row a film that has it.

    Of the rows of one film the one that says most stands for it, so that films on many pages don't count more. Nothing of the
    answer stands in what is given. Of several genres the first is the target. Raise SourceError for a table without answers.

    >>> table = pd.DataFrame({"title": ["Heat", "Ran"], "genres": ["Crime;Drama", None], "year": [1995, 1985]})
    >>> task_frame(table, Task.GENRE).to_dict("records")
    [{'text': 'Heat', 'year': 1995, 'target': 'Crime'}]
    """
    if task.column not in frame or not frame[task.column].notna().any():
        what = f"the table has no {task.column}, so nobody can learn them from it"
        raise SourceError(what, remedy=Remedy.ADD_COLUMN)
    known = _one_a_film(frame[frame[task.column].notna()])
    answers = known[task.column]
    target = answers.str.split(";").str[0].astype("string") if task.is_classification else answers.astype("Float64")
    words = [name for name in _WORDS if name in known and name != task.column]
    said = known[words].astype("string").fillna("").agg(" ".join, axis=1)
    text = said.str.replace(";", ", ").str.split().str.join(" ").astype("string")
    numbers = {name: known[name] for name in _NUMBERS if name in known and name != task.column}
    return pd.DataFrame({TEXT: text, **numbers, TARGET: target}, index=known.index)


def _one_a_film(frame: pd.DataFrame) -> pd.DataFrame:
    if "group" not in frame:
        return frame
    fullest = frame.notna().sum(axis=1).sort_values(ascending=False, kind="stable").index
    return frame.loc[frame.loc[fullest].drop_duplicates("group").index.sort_values()]

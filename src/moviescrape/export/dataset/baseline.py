"""What there is to beat: a guess that looks at nothing, and a simple model of the words, judged on the test split."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from moviescrape.errors import UsageError
from moviescrape.export.dataset.task import TARGET, TEXT, Task

_MAX_WORDS = 50_000
_WORD = r"\w+"


class Score(NamedTuple):
    """What a model scores on the test split: each measure by its name."""

    model: str
    measures: dict[str, float]


def score_baselines(splits: Mapping[str, pd.DataFrame], task: Task) -> list[Score]:
    """Return the scores of a guess and of a linear model of TF-IDF weights, trained on `train`, judged on `test`.

    Genres: the most frequent, and logistic regression; measured by accuracy and macro F1. Numbers: the mean, and ridge
    regression; measured by the mean absolute error. Raise UsageError where scikit-learn is missing.
    """
    try:
        import sklearn  # noqa: F401
    except ImportError:
        raise UsageError("a task needs scikit-learn", remedy="pip install 'moviescrape[dataset]'") from None
    train, test = splits["train"], splits["test"]
    models = _classifiers() if task.is_classification else _regressors()
    return [
        Score(name, _measures(task, test[TARGET].tolist(), _answers(model, train, test)))
        for name, model in models.items()
        if name.startswith("a guess") or train[TARGET].nunique() > 1
    ]


def _answers(model: Any, train: pd.DataFrame, test: pd.DataFrame) -> list[Any]:
    model.fit(train[TEXT].tolist(), train[TARGET].tolist())
    return list(model.predict(test[TEXT].tolist()))


def _classifiers() -> dict[str, Any]:
    from sklearn.dummy import DummyClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return {
        "a guess: the most frequent": DummyClassifier(),
        "TF-IDF and logistic regression": make_pipeline(_weights(), LogisticRegression(max_iter=1_000)),
    }


def _regressors() -> dict[str, Any]:
    from sklearn.dummy import DummyRegressor
    from sklearn.linear_model import Ridge
    from sklearn.pipeline import make_pipeline

    return {"a guess: the mean": DummyRegressor(), "TF-IDF and ridge regression": make_pipeline(_weights(), Ridge())}


def _weights() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(max_features=_MAX_WORDS, sublinear_tf=True, token_pattern=_WORD)


def _measures(task: Task, right: list[Any], answers: list[Any]) -> dict[str, float]:
    from sklearn.metrics import accuracy_score, f1_score, mean_absolute_error

    if not task.is_classification:
        return {"mean absolute error": round(float(mean_absolute_error(right, answers)), 3)}
    return {
        "accuracy": round(float(accuracy_score(right, answers)), 3),
        "macro F1": round(float(f1_score(right, answers, average="macro", zero_division=0)), 3),
    }

"""The answers to the questions of days 9, 11 and 12."""

import re
from collections.abc import Callable, Collection, Sequence

from moviescrape.check.days.answers import find_names, is_answered, judge_answers
from moviescrape.check.days.plot_data import count_actors, count_languages, mean_ratings
from moviescrape.check.score import ColumnVerdict
from moviescrape.movie import Movie


def answer_years(lines: Sequence[str], movies: Sequence[Movie], max_score: float) -> ColumnVerdict:
    """Grade the answer to: which year was best?"""
    means = mean_ratings(movies)
    best = [str(year) for year, value in means.items() if abs(value - max(means.values())) < 1e-9]
    return judge_answers({"which year was best?": is_answered(lines, best, [str(year) for year in means])}, max_score)


def answer_actors(lines: Sequence[str], movies: Sequence[Movie], max_score: float) -> ColumnVerdict:
    """Grade the answer to: which actor appears most?"""
    counts = count_actors(movies)
    best = [name for name, times in counts.items() if times == max(counts.values())]
    often = [name for name, _ in counts.most_common(200)]
    return judge_answers({"which actor appears most?": is_answered(lines, best, often)}, max_score)


def answer_languages(lines: Sequence[str], movies: Sequence[Movie], max_score: float) -> ColumnVerdict:
    """Grade the answers to: which language came second in the 1970s, and in the 2010s?"""
    counts = count_languages(movies)
    questions = {}
    for place, decade in enumerate((1970, 2010)):
        ranked = sorted((decades[decade] for decades in counts.values()), reverse=True)
        second = [name for name, decades in counts.items() if decades[decade] == ranked[1]]
        question = f"which language came second in the {decade}s?"
        questions[question] = is_answered(_lines_about(decade, place, lines, counts), second, list(counts))
    return judge_answers(questions, max_score)


def _lines_about(decade: int, place: int, lines: Sequence[str], languages: Collection[str]) -> list[str]:
    """Return the lines that name the decade; where none names any, the line at this place of those that name a language."""
    named = [line for line in lines if find_names(line, languages)]
    about = [line for line in named if re.search(rf"(?<!\d)({decade}|{decade % 100}\D?s)", line)]
    if about or any(re.search(r"\d0s?\b", line) for line in named):
        return about
    return named[place : place + 1]


ANSWERS: dict[int, Callable[[Sequence[str], Sequence[Movie], float], ColumnVerdict]] = {
    9: answer_years,
    11: answer_actors,
    12: answer_languages,
}

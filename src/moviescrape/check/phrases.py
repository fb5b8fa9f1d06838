"""How mistakes are said: a sentence a class, with how many rows, an example of what the submission holds, and where it is first.

Never the answer: an example is the student's own cell.
"""

from typing import Any

UNITS = {"rating": "a number", "year": "the year as a number", "runtime": "minutes as a number"}

SENTENCES: dict[str, str] = {
    "empty": "{rows} are empty where the page shows a value",
    "placeholder": "{rows} hold {shown} where the page shows nothing; leave such a cell missing (None)",
    "text": "{rows} hold text such as {shown}; the assignment asks for {unit}",
    "not_text": "{rows} hold no text but {shown}; the assignment asks for text",
    "not_a_number": "{rows} hold {shown}; the assignment asks for {unit}",
    "other_row": "{rows} hold the value of another movie: was a missing value skipped, so that the rest moved up?",
    "rank": "{rows} hold the rank, such as {shown}; the title is the text of the link alone",
    "year_in_title": "{rows} hold the year as well, such as {shown}; the title stands in an element of its own",
    "rank_and_year": "{rows} hold more than the title, such as {shown}",
    "white_space": "{rows} have white space around or inside the text, such as {shown}",
    "metascore": "{rows} hold the metascore; the assignment asks for the users' rating",
    "votes": "{rows} hold the number of votes; the assignment asks for the rating",
    "scale": "{rows} hold ten times the rating, such as {shown}",
    "list": "{rows} hold a list; the assignment asks for the names joined by ;",
    "separator": "{rows} join the names in another way than by a bare ; such as {shown}",
    "directors": "{rows} have a director among the actors",
    "names_order": "{rows} name them in another order than the page",
    "too_few": "{rows} lack a name that the page shows",
    "too_many": "{rows} have a name too many, such as {shown}",
    "relative": "{rows} hold a relative address such as {shown}; the assignment asks for an absolute one",
    "query": "{rows} keep what follows the ? or #, such as {shown}; the movie's address ends before it",
    "other_site": "{rows} name another site, such as {shown}",
    "other_link": "{rows} link to something else than the movie's own page, such as {shown}",
    "wrong": "{rows} differ from the page, such as {shown}",
    "other_page": "the movies are not those of the page it was given: are they written into the program, or read from elsewhere?",
    "missing_row": "{rows} are not there",
    "extra_row": "{rows} belong to no movie of the page",
    "order": "the rows are in another order than on the page",
}


def say(kind: str, column: str, count: int, total: int, cell: Any, where: str) -> str:
    """The sentence of a mistake.

    >>> say("text", "runtime", 47, 50, "142 min", "row 1 of page 2")
    "runtime: 47 of 50 rows hold text such as '142 min'; the assignment asks for minutes as a number; first in row 1 of page 2"
    """
    sentence = SENTENCES[kind].format(rows=f"{count} of {total} rows", shown=shown(cell), unit=UNITS.get(column, "a number"))
    return f"{column}: {sentence}; first in {where}"


def shown(cell: Any) -> str:
    """A cell of the submission as an example, cut to a readable length.

    >>> shown("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'"
    """
    if isinstance(cell, dict):
        return str(cell.get("repr", cell))[:60]
    if isinstance(cell, str) and len(cell) > 60:
        return repr(f"{cell[:57]}...")
    return repr(cell)[:60]

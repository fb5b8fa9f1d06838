"""How mistakes are said: a sentence a class, with how many rows, an example of what the submission holds, and where it is first.

Never the answer: an example is the student's own cell.
"""

from typing import Any

from moviescrape.check.sandbox.runner import MEMORY_BYTES, MIB, OUTPUT_BYTES, SandboxOutcome

UNITS = {"rating": "a number", "year": "the year as a number", "runtime": "minutes as a number"}

WORDS = {"title": "title", "rating": "rating", "year": "year", "actors": "actors", "runtime": "running time", "url": "address"}

SENTENCES: dict[str, str] = {
    "empty": "{rows} are empty where the page shows a value",
    "placeholder": "{rows} hold {shown} where the page shows nothing; leave such a cell missing (None)",
    "text": "{rows} hold text such as {shown}; the assignment asks for {unit}",
    "not_text": "{rows} hold no text but {shown}; the assignment asks for text",
    "not_a_number": "{rows} hold {shown}; the assignment asks for {unit}",
    "other_row": "{rows} hold the value of another movie: was a missing value skipped, so that the rest moved up?",
    "rank_only": "{rows} hold the rank, such as {shown}; the title is the text of the link beside it",
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
    "double_slash": "{rows} have two slashes after the site's name, such as {shown}; urljoin puts the parts together",
    "query": "{rows} keep what follows the ? or #, such as {shown}; the movie's address ends before it",
    "other_site": "{rows} name another site, such as {shown}",
    "other_link": "{rows} link to something else than the movie's own page, such as {shown}",
    "wrong": "{rows} differ from the page, such as {shown}",
    **{f"holds_{name}": f"{{rows}} hold the movie's {word}, such as {{shown}}" for name, word in WORDS.items()},
    "same_movie": "{rows} hold one and the same value, {shown}, as if all rows were the same movie: "
    "search inside each movie's box (box.find), not in the whole page (dom.find)",
    "other_page": "the movies are not those of the page it was given: are they written into the program, or read from elsewhere?",
    "missing_row": "{rows} are not there",
    "extra_row": "{rows} belong to no movie of the page",
    "order": "the rows are in another order than on the page",
}


def say(kind: str, column: str, count: int, total: int, cell: Any, where: str) -> str:
    """Return the sentence of a mistake.

    >>> say("text", "runtime", 47, 50, "142 min", "row 1 of page 2")
    "runtime: 47 of 50 rows hold text such as '142 min'; the assignment asks for minutes as a number; first in row 1 of page 2"
    """
    if kind == "missing_row" and cell is not None:
        return f"{column}: no row for {count} of {total} movies: {cell}; first at {where}"
    sentence = SENTENCES[kind].format(rows=f"{count} of {total} rows", shown=shown(cell), unit=UNITS.get(column, "a number"))
    return f"{column}: {sentence}; first in {where}"


def shown(cell: Any) -> str:
    """Return a cell of the submission as an example, cut to a readable length.

    >>> shown("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'"
    """
    if isinstance(cell, dict):
        return quoted(str(cell.get("repr", cell)), 60)
    if isinstance(cell, str) and len(cell) > 60:
        return repr(f"{cell[:57]}...")
    return repr(cell)[:60]


def quoted(text: str, longest: int = 100) -> str:
    """Return a text of the submission as part of one line: white space folded, control characters visible, cut.

    >>> quoted("no\\nsuch \\x1b[1mfile")
    'no such \\\\x1b[1mfile'
    """
    folded = " ".join(text.split())
    visible = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in folded)
    return visible if len(visible) <= longest else f"{visible[: longest - 3]}..."


NO_TAG = "a tag that was looked for is not there for some movie: find gave None, so look before you read"
NO_VALUE = "a missing cell is NaN, a number: leave it out (dropna) or ask pd.isna before you treat it as text"
SHORT_LIST = "a list is shorter than the program expects: for some movie nothing was found, or the page has fewer movies"

HINTS = {
    "EOFError": "the program asks for input, and nobody is there to type",
    "FileNotFoundError": "the file is run in a folder of its own; a program gets the names of its files as arguments (sys.argv)",
    "IndentationError": "the lines of a block must be indented alike",
    "IndexError": SHORT_LIST,
    "MemoryError": f"it wanted more than {MEMORY_BYTES // MIB} MB of memory",
    "ModuleNotFoundError": "only the packages of the course are installed here; scripts in the same folder can be imported",
    "NotImplementedError": "a task of the template is still open",
    "RecursionError": "a function calls itself without end",
}
HINTS_BY_TEXT = (
    ("'NoneType'", NO_TAG),
    ("'float' object", NO_VALUE),
    ("float found", NO_VALUE),
    ("got 'float'", NO_VALUE),
    ("NaN", NO_VALUE),
    ("must all be same length", SHORT_LIST),
    ("must be of the same length", SHORT_LIST),
)
"""What a part of an AttributeError's, TypeError's or ValueError's message is mostly a sign of."""


def hint_for(error: str, message: str) -> str | None:
    """Return what an error mostly means, where that is known.

    >>> hint_for("TypeError", "'NoneType' object is not subscriptable") == NO_TAG
    True
    """
    if error in HINTS:
        return HINTS[error]
    if error not in ("AttributeError", "TypeError", "ValueError"):
        return None
    return next((hint for text, hint in HINTS_BY_TEXT if text in message), None)


def say_outcome(outcome: SandboxOutcome, timeout_s: float) -> list[str]:
    """One sentence for each thing that went wrong with the submission as a whole."""
    said = [f"the file {say_error(error)}" for error in _each_once(outcome.errors)]
    said += [f"it tried to {act}: the checker does not let it" for act in outcome.refused]
    if outcome.ended == "timeout":
        said.append(f"it was ended after {timeout_s:g} seconds: is there an endless loop?")
    elif outcome.ended == "flood":
        said.append(f"it was ended because it printed more than {OUTPUT_BYTES // MIB} MB: is there a print in an endless loop?")
    elif outcome.ended == "died":
        said.append(f"it ended the whole Python process (exit status {outcome.status}) before it was done")
    return said


def _each_once(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each error once: a program that is run twice mostly stops twice in the same place."""
    return list({(error["type"], error.get("error"), error.get("where")): error for error in reversed(errors)}.values())[::-1]


def say_error(error: dict[str, Any]) -> str:
    """Return what an error record says, as the end of a sentence.

    >>> say_error({"type": "error", "error": "KeyError", "message": "'title'", "where": "line 12"})
    "stops with KeyError: 'title' (line 12)"
    """
    if error["type"] == "exit":
        code = error["code"]
        if code.isdecimal() or code == "None":
            return f"ends the program (exit status {code})"
        return f"ends the program: {quoted(code)}"
    where = f" ({error['where']})" if error["where"] else ""
    hint = hint_for(error["error"], error["message"])
    return f"stops with {error['error']}: {quoted(error['message'])}{where}" + (f"; {hint}" if hint else "")

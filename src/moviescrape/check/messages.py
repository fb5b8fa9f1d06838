"""How mistakes are said: a sentence a class, with how many rows, an example of what the submission holds, and where it is first.

Never the answer: an example is the student's own cell.
"""

from typing import Any

from moviescrape.assignments.language import N_, _
from moviescrape.check.sandbox.runner import MIB, OUTPUT_BYTES, SandboxOutcome

UNITS = {"rating": N_("a number"), "year": N_("the year as a number"), "runtime": N_("minutes as a number")}

WORDS = {
    "title": N_("title"),
    "rating": N_("rating"),
    "year": N_("year"),
    "actors": N_("actors"),
    "runtime": N_("running time"),
    "url": N_("address"),
}

SENTENCES: dict[str, str] = {
    "empty": N_("{rows} are empty where the page shows a value"),
    "placeholder": N_("{rows} hold {shown} where the page shows nothing; leave such a cell missing (None)"),
    "text": N_("{rows} hold text such as {shown}; the assignment asks for {unit}"),
    "not_text": N_("{rows} hold no text but {shown}; the assignment asks for text"),
    "not_a_number": N_("{rows} hold {shown}; the assignment asks for {unit}"),
    "other_row": N_("{rows} hold the value of another movie: was a missing value skipped, so that the rest moved up?"),
    "rank_only": N_("{rows} hold the rank, such as {shown}; the title is the text of the link beside it"),
    "rank": N_("{rows} hold the rank, such as {shown}; the title is the text of the link alone"),
    "year_in_title": N_("{rows} hold the year as well, such as {shown}; the title stands in an element of its own"),
    "rank_and_year": N_("{rows} hold more than the title, such as {shown}"),
    "white_space": N_("{rows} have white space around or inside the text, such as {shown}"),
    "metascore": N_("{rows} hold the metascore; the assignment asks for the users' rating"),
    "votes": N_("{rows} hold the number of votes; the assignment asks for the rating"),
    "scale": N_("{rows} hold ten times the rating, such as {shown}"),
    "list": N_("{rows} hold a list; the assignment asks for the names joined by ;"),
    "separator": N_("{rows} join the names in another way than by a bare ; such as {shown}"),
    "directors": N_("{rows} have a director among the actors"),
    "names_order": N_("{rows} name them in another order than the page"),
    "too_few": N_("{rows} lack a name that the page shows"),
    "too_many": N_("{rows} have a name too many, such as {shown}"),
    "relative": N_("{rows} hold a relative address such as {shown}; the assignment asks for an absolute one"),
    "double_slash": N_("{rows} have two slashes after the site's name, such as {shown}; urljoin puts the parts together"),
    "query": N_("{rows} keep what follows the ? or #, such as {shown}; the movie's address ends before it"),
    "other_site": N_("{rows} name another site, such as {shown}"),
    "other_link": N_("{rows} link to something else than the movie's own page, such as {shown}"),
    "wrong": N_("{rows} differ from the page, such as {shown}"),
    **dict.fromkeys((f"holds_{name}" for name in WORDS), N_("{rows} hold the movie's {word}, such as {shown}")),
    "same_movie": N_(
        "{rows} hold one and the same value, {shown}, as if all rows were the same movie: "
        "search inside each movie's box (box.find), not in the whole page (dom.find)"
    ),
    "other_page": N_(
        "the movies are not those of the page it was given: are they written into the program, or read from elsewhere?"
    ),
    "missing_row": N_("{rows} are not there"),
    "extra_row": N_("{rows} belong to no movie of the page"),
    "order": N_("the rows are in another order than on the page"),
}


def say(kind: str, column: str, count: int, total: int, cell: Any, where: str) -> str:
    """Return the sentence of a mistake.

    >>> say("text", "runtime", 47, 50, "142 min", "row 1 of page 2")
    "runtime: 47 of 50 rows hold text such as '142 min'; the assignment asks for minutes as a number; first in row 1 of page 2"
    """
    if kind == "missing_row" and cell is not None:
        no_row = _("{column}: no row for {count} of {total} movies: {cell}; first at {where}")
        return no_row.format(column=column, count=count, total=total, cell=cell, where=where)
    sentence = _(SENTENCES[kind]).format(
        rows=_("{count} of {total} rows").format(count=count, total=total),
        shown=shown(cell),
        unit=_(UNITS.get(column, UNITS["rating"])),
        word=_(WORDS.get(kind.removeprefix("holds_"), WORDS["title"])),
    )
    return _("{column}: {sentence}; first in {where}").format(column=column, sentence=sentence, where=where)


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


NO_TAG = N_("a tag that was looked for is not there for some movie: find gave None, so look before you read")
NO_VALUE = N_("a missing cell is NaN, a number: leave it out (dropna) or ask pd.isna before you treat it as text")
SHORT_LIST = N_("a list is shorter than the program expects: for some movie nothing was found, or the page has fewer movies")

HINTS = {
    "EOFError": N_("the program asks for input, and nobody is there to type"),
    "FileNotFoundError": N_(
        "the file is run in a folder of its own; a program gets the names of its files as arguments (sys.argv)"
    ),
    "IndentationError": N_("the lines of a block must be indented alike"),
    "IndexError": SHORT_LIST,
    "MemoryError": N_("it wanted more memory than the checker gives a submission"),
    "ModuleNotFoundError": N_("only the packages of the course are installed here; scripts in the same folder can be imported"),
    "NotImplementedError": N_("a task of the template is still open"),
    "RecursionError": N_("a function calls itself without end"),
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
    said = [_("the file {stops}").format(stops=say_error(error)) for error in _each_once(outcome.errors)]
    said += [_("it tried to {act}: the checker does not let it").format(act=act) for act in outcome.refused]
    if outcome.ended == "timeout":
        said.append(_("it was ended after {seconds:g} seconds: is there an endless loop?").format(seconds=timeout_s))
    elif outcome.ended == "flood":
        flood = _("it was ended because it printed more than {most} MB: is there a print in an endless loop?")
        said.append(flood.format(most=OUTPUT_BYTES // MIB))
    elif outcome.ended == "died":
        died = _("it ended the whole Python process (exit status {status}) before it was done")
        said.append(died.format(status=outcome.status))
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
            return _("ends the program (exit status {status})").format(status=code)
        return _("ends the program: {words}").format(words=quoted(code))
    where = f" ({error['where']})" if error["where"] else ""
    hint = hint_for(error["error"], error["message"])
    stops = _("stops with {error}: {message}").format(error=error["error"], message=quoted(error["message"]))
    return f"{stops}{where}" + (f"; {_(hint)}" if hint else "")

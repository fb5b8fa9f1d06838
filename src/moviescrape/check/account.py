"""How the run of a submission ended, in words that a beginner understands."""

from typing import Any

from moviescrape.check.sandbox import MEMORY_BYTES, MIB, OUTPUT_BYTES, Outcome

HINTS = {
    "AttributeError": "a tag that was looked for is not there for some movie (find gave None)",
    "EOFError": "the program asks for input, and nobody is there to type",
    "FileNotFoundError": "the checker runs the file alone in an empty folder",
    "IndentationError": "the lines of a block must be indented alike",
    "MemoryError": f"it wanted more than {MEMORY_BYTES // MIB} MB of memory",
    "ModuleNotFoundError": "only the packages of the course are installed here; scripts in the same folder can be imported",
    "NotImplementedError": "a task of the template is still open",
    "RecursionError": "a function calls itself without end",
}


def say_outcome(outcome: Outcome, timeout_s: float) -> list[str]:
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
    """A program that is run twice mostly stops twice in the same place."""
    return list({(error["type"], error.get("error"), error.get("line")): error for error in reversed(errors)}.values())[::-1]


def say_error(error: dict[str, Any]) -> str:
    """What an error record says.

    >>> say_error({"type": "error", "error": "KeyError", "message": "'title'", "line": 12})
    "stops with KeyError: 'title' (line 12)"
    """
    if error["type"] == "exit":
        code = error["code"]
        return f"ends the program (exit status {code})" if code.isdecimal() or code == "None" else f"ends the program: {code}"
    where = f" (line {error['line']})" if error["line"] else ""
    hint = f"; {HINTS[error['error']]}" if error["error"] in HINTS else ""
    return f"stops with {error['error']}: {error['message']}{where}{hint}"

"""IPython's own commands in a notebook's cell, made into plain Python; each line stays on its line.

As ipython.readthedocs.io describes them under "System shell access" and "Magic command system". Where a command measures a
statement (`%time`, `%%timeit`), the statement is kept; what runs something else than Python becomes a comment.
"""

import io
import re
import tokenize

MEASURING = ("time", "timeit", "capture", "prun", "memit", "mprun", "lprun", "python", "python3", "pypy")
"""The magics whose body is Python."""

_CELL_MAGIC = re.compile(r"\s*%%(\w+)([^\n]*)\n?")
_LINE_MAGIC = re.compile(r"(\s*)%(\w+)\s*(.*)")
_OPTIONS = re.compile(r"(?:-\w+(?:\s*\d+)?\s+)*")
_SHELL = re.compile(r"(\s*)!.*")
_ASSIGNED = re.compile(r"(\s*)([A-Za-z_][\w.,\[\]'\" ]*?)\s*=\s*([!%])(?![=\s]).*")
_HELP = re.compile(r"(\s*)(?:\?{1,2}\s*[\w.*%]+|%{0,2}[\w.*]+(?:\[[^\]]*\]|\([^)]*\))*\s*\?{1,2})\s*;?\s*")


def python_of_cell(cell: str) -> str:
    """Return a code cell as Python.

    >>> python_of_cell("%matplotlib inline\\n%time x = 1\\nx?")
    'pass  # %matplotlib inline\\nx = 1\\npass  # x?'
    """
    text = cell.replace("\r\n", "\n")
    if magic := _CELL_MAGIC.match(text):
        if magic[1] not in MEASURING:
            return re.sub(r"^", "# ", text, flags=re.MULTILINE)
        text = f"# %%{magic[1]}{magic[2]}\n{text[magic.end() :]}"
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line if is_unfinished("\n".join(lines)) else _python_of_line(line))
    return "\n".join(lines)


def is_unfinished(code: str) -> bool:
    """Return True where the next line belongs to the last statement: an open bracket, a text of several lines, a backslash.

    >>> is_unfinished("x = (17"), is_unfinished("x = 17")
    (True, False)
    """
    if code.endswith("\\"):
        return True
    try:
        for _ in tokenize.generate_tokens(io.StringIO(code + "\n").readline):
            pass
    except tokenize.TokenError as error:
        return "EOF in multi-line" in str(error) or "unterminated triple-quoted" in str(error)
    except SyntaxError:
        return False
    return False


def _python_of_line(line: str) -> str:
    if _HELP.fullmatch(line) or _SHELL.fullmatch(line):
        return _commented(line)
    if assigned := _ASSIGNED.fullmatch(line):
        return f"{assigned[1]}{assigned[2]} = None  # {line.strip()}"
    if (magic := _LINE_MAGIC.fullmatch(line)) is None:
        return line
    indent, name, rest = magic.groups()
    statement = rest[_OPTIONS.match(rest).end() :]  # type: ignore[union-attr]  # it matches the empty text too
    return f"{indent}{statement}" if name in MEASURING and statement else _commented(line)


def _commented(line: str) -> str:
    """Return a line that does nothing, so that a block of which it is the only line stays whole."""
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}pass  # {line.strip()}"

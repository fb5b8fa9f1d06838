"""Scripts in the percent format (`# %%` begins a cell) as notebooks, and back.

Our own few lines, because the format is this simple, and the library for it (jupytext) brings a dozen packages along.
"""

import json
import re
from typing import Any, NamedTuple

from moviescrape.assignments.ipython import python_of_cell
from moviescrape.errors import SourceError

_CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)
_FORMAT = {"nbformat": 4, "nbformat_minor": 5}
_KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def notebook_of_script(script: str) -> str:
    """Return the notebook (nbformat 4.5) of a script in the percent format, as JSON.

    >>> notebook = json.loads(notebook_of_script("# %% [markdown]\\n# # Day 3\\n\\n# %%\\nx = 1\\n"))
    >>> [(cell["cell_type"], cell["source"]) for cell in notebook["cells"]]
    [('markdown', '# Day 3'), ('code', 'x = 1')]
    """
    marks = list(_CELL.finditer(script))
    ends = [mark.start() for mark in marks[1:]] + [len(script)]
    cells = [
        _cell(number, mark[1], script[mark.end() : end].strip("\n"))
        for number, (mark, end) in enumerate(zip(marks, ends, strict=True))
    ]
    return json.dumps({"cells": cells, "metadata": _KERNEL, **_FORMAT}, ensure_ascii=False, indent=1) + "\n"


def _cell(number: int, head: str, text: str) -> dict[str, Any]:
    cell = {"id": f"cell-{number}", "metadata": {}}
    if "[markdown]" in head:
        return {"cell_type": "markdown", **cell, "source": re.sub(r"^# ?", "", text, flags=re.MULTILINE)}
    return {"cell_type": "code", **cell, "source": text, "execution_count": None, "outputs": []}


class NotebookScript(NamedTuple):
    """A notebook's code as a script, and the line (from 1) of the script on which each code cell begins."""

    script: str
    cells: tuple[int, ...]


def script_of_notebook(content: bytes, where: str) -> NotebookScript:
    """Return the code of a notebook as a script, without IPython's own commands. SourceError where it is no notebook."""
    try:
        cells = json.loads(content)["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError):
        raise SourceError("not a notebook", where=where, remedy="save it again in Jupyter as .ipynb") from None
    lines: list[str] = []
    starts = []
    for cell in code:
        lines.append("# %%")
        starts.append(len(lines) + 1)
        lines += [*python_of_cell(cell).split("\n"), ""]
    return NotebookScript("\n".join(lines), tuple(starts))

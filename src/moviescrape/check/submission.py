"""A file that a student hands in: a script, or a notebook whose cells become one."""

import codecs
from dataclasses import dataclass, field
from pathlib import Path

from moviescrape.assignments.notebook import script_of_notebook
from moviescrape.errors import SourceError

MAX_BYTES = 5 * 2**20
MAX_NEIGHBOURS = 50


@dataclass(frozen=True, slots=True)
class Submission:
    """The script, and the files beside it that it may import or read (name -> bytes).

    `cells` are the lines on which the cells of a notebook begin; none for a script.
    """

    path: Path
    script: bytes
    beside: dict[str, bytes] = field(default_factory=dict)
    cells: tuple[int, ...] = ()


def read_submission(path: Path, *, alone: bool = False) -> Submission:
    """Read a .py or .ipynb file; `alone` leaves out the scripts beside it. SourceError where it can't be read."""
    content = _read(path)
    name = path.name.lower().removesuffix(".txt")
    beside = {} if alone else _scripts_beside(path)
    if name.endswith(".ipynb"):
        script, cells = script_of_notebook(as_utf8(content), str(path))
        return Submission(path, script.encode(), beside, cells)
    if not name.endswith(".py"):
        raise SourceError("not a script or a notebook", where=str(path), remedy="hand in a .py or .ipynb file")
    return Submission(path, as_utf8(content), beside)


def as_utf8(content: bytes) -> bytes:
    """Return a text in UTF-8 without a byte order mark, also where an editor of Windows saved it as UTF-16."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace").encode()
    return content


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(error.strerror or str(error), where=str(path), remedy="check the path") from None
    if len(content) > MAX_BYTES:
        raise SourceError("larger than 5 MB", where=str(path), remedy="hand in the script alone; clear a notebook's outputs")
    return content


def _scripts_beside(path: Path) -> dict[str, bytes]:
    """Return copies of the scripts of the days before, which a day may build on."""
    others = [other for other in sorted(path.parent.glob("*.[pP][yY]")) if other != path and other.is_file()][:MAX_NEIGHBOURS]
    return {other.name: as_utf8(other.read_bytes()) for other in others if other.stat().st_size <= MAX_BYTES}

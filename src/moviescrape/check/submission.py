"""A file that a student hands in: a script, or a notebook whose cells become one."""

from dataclasses import dataclass, field
from pathlib import Path

from moviescrape.assignments.notebook import script_of_notebook
from moviescrape.errors import SourceError

MOST_BYTES = 5 * 2**20
NEIGHBOURS = 50


@dataclass(frozen=True, slots=True)
class Submission:
    """The script, and the files beside it that it may import or read (name -> bytes)."""

    path: Path
    script: bytes
    beside: dict[str, bytes] = field(default_factory=dict)


def read_submission(path: Path, *, alone: bool = False) -> Submission:
    """Read a .py or .ipynb file; `alone` leaves out the scripts beside it. SourceError where it can't be read."""
    content = _read(path)
    if path.suffix == ".ipynb":
        content = script_of_notebook(content, str(path)).encode()
    elif path.suffix != ".py":
        raise SourceError("not a script or a notebook", where=str(path), remedy="hand in a .py or .ipynb file")
    return Submission(path, content, {} if alone else _scripts_beside(path))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceError(error.strerror or str(error), where=str(path), remedy="check the path") from None
    if len(content) > MOST_BYTES:
        raise SourceError("larger than 5 MB", where=str(path), remedy="hand in the script alone; clear a notebook's outputs")
    return content


def _scripts_beside(path: Path) -> dict[str, bytes]:
    """Scripts of the days before, which a day may build on; copies, so that nothing happens to the originals."""
    others = [other for other in sorted(path.parent.glob("*.py")) if other != path and other.is_file()][:NEIGHBOURS]
    return {other.name: other.read_bytes() for other in others if other.stat().st_size <= MOST_BYTES}

"""The package's own code inside the student's process: its solutions and parsers are kept from the submission.

What a submission may import is what the templates do: the command line, the site's address, the practice site.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parents[2]
NAME = "moviescrape"
SOLUTIONS = "assignments/day"
KEPT_BACK = ("parse", "pipeline", "archive", "cli", "table", "fetch", "check", SOLUTIONS)
"""Beginnings of paths within the package."""
RUNNING = PACKAGE / "check"
IMPORTING = "import the package's own code"
READING = "read the package's own files"


class RefusingFinder:
    """Stands first on sys.meta_path; refuses modules that are kept back and not loaded yet (`refuse` raises)."""

    def __init__(self, refuse: Callable[[str], None]) -> None:
        self._refuse = refuse

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Refuse a module that is kept back; leave others to the next finder."""
        if name.startswith(f"{NAME}.") and is_kept_back(name.partition(".")[2].replace(".", "/")):
            self._refuse(f"{IMPORTING} ({name})")
        return None


def is_kept_back(path: str) -> bool:
    """Return True for the path of a module or file within the package that no submission may take.

    >>> [is_kept_back(path) for path in ("assignments/day8_top_n", "parse/extract.py", "practice/pages.py", "assignments/helper")]
    [True, True, False, False]
    """
    return any(path == start or path.startswith((f"{start}/", SOLUTIONS)) for start in KEPT_BACK)


def is_own_file(path: Path) -> bool:
    """Return True for a file that is kept back; those that are running show in tracebacks, and are not."""
    return PACKAGE in path.parents and RUNNING not in path.parents and is_kept_back(path.relative_to(PACKAGE).as_posix())


def readable_parts(root: Path) -> Iterator[Path]:
    """Return a folder, or, where files that are kept back lie in it, all that it has but these."""
    if root != PACKAGE and root not in PACKAGE.parents and PACKAGE not in root.parents:
        yield root
    elif root in PACKAGE.parents or root in (PACKAGE, PACKAGE / "assignments"):
        with suppress(OSError):
            for child in root.iterdir():
                yield from readable_parts(child)
    elif root.name != "__pycache__" and not is_kept_back(root.relative_to(PACKAGE).as_posix()):
        yield root


def is_forbidden(act: str) -> bool:
    """Return True where an act that was refused is taking the package's own solution, and no accident."""
    return act.startswith((IMPORTING, READING))

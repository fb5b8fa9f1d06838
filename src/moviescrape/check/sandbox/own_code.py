"""The package's own code inside the student's process: what a submission may import of it, and what it may read."""

import importlib
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parents[2]
NAME = "moviescrape"
OFFERED = ("moviescrape.assignments.helper", "moviescrape.assignments.site", "moviescrape.practice")
"""What the templates import: the command line, the site's address, the practice site."""
READABLE = PACKAGE / "practice"
OFFERED_FILES = tuple(PACKAGE / f"{name.partition('.')[2].replace('.', '/')}.py" for name in OFFERED)
SHOWN = (READABLE, *OFFERED_FILES, PACKAGE / "check", PACKAGE / "__init__.py", PACKAGE / "assignments" / "__init__.py")
IMPORTING = "import the package's own code"
READING = "read the package's own files"


def load_offered_modules() -> None:
    """Load what a submission may import, with all that it needs, before anything is refused."""
    for name in OFFERED:
        importlib.import_module(name)
    practice = sys.modules["moviescrape.practice"]
    for name in practice.__all__:
        getattr(practice, name)
    importlib.import_module("moviescrape.practice.templates")


class RefusingFinder:
    """Stands first on sys.meta_path; refuses every module of the package that is not loaded yet (`refuse` raises)."""

    def __init__(self, refuse: Callable[[str], None]) -> None:
        self._refuse = refuse

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Refuse a module of the package; leave others to the next finder."""
        if name.startswith(f"{NAME}.") and not name.startswith("moviescrape.practice"):
            self._refuse(f"{IMPORTING} ({name})")
        return None


def is_own_file(path: Path) -> bool:
    """Return True for a file of the package's solutions and parsers; those that are running show in tracebacks."""
    return PACKAGE in path.parents and not any(shown in (path, *path.parents) for shown in SHOWN)


def is_forbidden(act: str) -> bool:
    """Return True where an act that was refused is taking the package's own solution, and no accident."""
    return act.startswith((IMPORTING, READING))

"""For formats whose libraries write to paths only, or write badly to a file that fails."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO

from moviescrape.errors import ExportError


@contextmanager
def copied_to(file: BinaryIO) -> Iterator[Path]:
    """Yield a path to fill, in a temporary folder; what is there when the block ends well is copied to `file`."""
    with TemporaryDirectory(prefix="moviescrape-") as folder:
        path = Path(folder, "movies")
        yield path
        with path.open("rb") as filled:
            shutil.copyfileobj(filled, file, 2**20)


@contextmanager
def scratch_errors(*kinds: type[Exception]) -> Iterator[None]:
    """Raise an error of these kinds, from writing to the temporary folder, as an ExportError that names it."""
    try:
        yield
    except kinds as error:
        remedy = "free some space there, or name another folder with TMPDIR"
        raise ExportError(f"can't be written ({error})", where=gettempdir(), remedy=remedy) from error

"""For formats whose libraries write to paths only, or write badly to a file that fails."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO


@contextmanager
def copied_to(file: BinaryIO) -> Iterator[Path]:
    """Yield a path to fill, in a temporary folder; what is there when the block ends well is copied to `file`."""
    with TemporaryDirectory(prefix="moviescrape-") as folder:
        path = Path(folder, "movies")
        yield path
        with path.open("rb") as filled:
            shutil.copyfileobj(filled, file, 2**20)

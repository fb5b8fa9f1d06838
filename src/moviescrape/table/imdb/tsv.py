"""Read large TSV files, gzipped or plain, in pieces of whole lines."""

import gzip
import logging
import zlib
from collections.abc import Iterator
from pathlib import Path

from moviescrape.errors import SourceError
from moviescrape.table.gzip_file import unpacked

LOGGER = logging.getLogger(__name__)
PIECE_BYTES = 2**20
_MAX_HEADER_BYTES = 4_096


def read_header(path: Path) -> tuple[str, ...]:
    """Return the names of a file's columns, () where its first line is no text. Raise SourceError where it can't be read."""
    try:
        with path.open("rb") as raw, unpacked(raw) as file:
            line = file.readline(_MAX_HEADER_BYTES)
    except (EOFError, zlib.error):
        return ()
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            return ()
        raise SourceError(
            f"can't be read ({error.strerror or error})", where=str(path), remedy="check the path and its permissions"
        ) from error
    return tuple(line.decode("utf-8-sig", "replace").rstrip("\r\n").split("\t"))


def read_pieces(path: Path) -> Iterator[bytes]:
    r"""Yield the file behind its header in pieces of about 1 MB, each of which begins with `\n` and ends before one.

    So `\n` stands before every line, where a pattern can look for it. Each piece is logged for debugging with the `share` of the
    file, 0 to 1, that is read. Raise SourceError where the file is damaged or cut off.
    """
    LOGGER.info("reading %s", path.name)
    rest = b""
    try:
        with path.open("rb") as raw, unpacked(raw) as file:
            size = path.stat().st_size
            file.readline(_MAX_HEADER_BYTES)
            while block := file.read(PIECE_BYTES):
                LOGGER.debug("%s", path.name, extra={"share": raw.tell() / size})
                end = block.rfind(b"\n")
                if end < 0:
                    rest += block
                    continue
                yield b"\n" + rest + block[:end]
                rest = block[end + 1 :]
    except (EOFError, OSError, zlib.error) as error:
        raise SourceError(f"is damaged or cut off ({error})", where=str(path), remedy="download it again") from error
    if rest:
        yield b"\n" + rest

"""URLs as people type them, one at a time or a file full."""

from pathlib import Path
from urllib.parse import urlsplit

from moviescrape.errors import SourceError, UsageError


def check_url(text: str, *, where: str = "") -> str:
    """Return `text` as an absolute http(s) URL without its fragment.

    `where` says where it was read, for messages. Raises UsageError with a remedy.

    >>> check_url("https://example.org/top#list")
    'https://example.org/top'
    """
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"{text!r} is not a URL ({error})", where=where, remedy="check it in a browser") from error
    if parts.scheme not in ("http", "https"):
        raise UsageError(
            f"{text!r} does not start with http:// or https://", where=where, remedy="only web pages and saved files are read"
        )
    if not host or any(letter.isspace() for letter in text):
        raise UsageError(f"{text!r} is not a URL", where=where, remedy="write it as https://example.org/top")
    return parts._replace(fragment="").geturl()


def read_urls(path: Path) -> list[str]:
    """Read a text file of URLs, one a line; blank lines and lines that begin with `#` don't count.

    Raises SourceError where the file can't be read or holds none, UsageError for a line that is no URL.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"can't be read ({_reason(error)})", where=str(path), remedy="name a text file of URLs, one a line"
        ) from error
    numbered = [(number, line.strip()) for number, line in enumerate(lines, 1)]
    urls = [check_url(line, where=f"{path}, line {number}") for number, line in numbered if line and not line.startswith("#")]
    if not urls:
        raise SourceError("holds no URL", where=str(path), remedy="write one URL a line")
    return urls


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is not UTF-8 text"

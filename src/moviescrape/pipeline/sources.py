"""What a SOURCE is, from its form, its suffix and its first bytes."""

import glob
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from moviescrape.errors import MoviescrapeError, SourceError, UnsafeURL, UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.fetch.request_url import normalize_url
from moviescrape.pages.files import PAGE_SUFFIXES, SQLITE_MAGIC, STDIN, check_regular, is_archive_name
from moviescrape.table.exports.find_reader import is_export
from moviescrape.table.imdb.imdb_folder import find_imdb_files, is_imdb_file

_STORE_SUFFIXES = frozenset({".sqlite", ".sqlite3", ".db"})
_PAGE_STARTS = (b"<", b"\x1f\x8b", b"HTTP/", b"From: <Saved by", b"MIME-Version:")
_SNIFFED_BYTES = 4096
_INDEX_LINE = re.compile(rb"\S+ \d{4,17} \{|!meta|CDX [A-Za-z] ")


class SourceKind(StrEnum):
    """What there is to read."""

    URL = "URL"
    URLS = "text file of URLs"
    PAGE = "saved page"
    FOLDER = "folder"
    STORE = "page store"
    ARCHIVE = "archive"
    IMDB = "IMDb's data files"
    INDEX = "index of archives"
    EXPORT = "export of another program"
    NOTHING = "nothing to read"


class Source(NamedTuple):
    """A SOURCE as the user gave it: `text` is the URL or the path, `urls` are the pages to fetch.

    `problem` says why there is nothing to read; `address` is where a saved page is from, where the user said it.
    """

    kind: SourceKind
    text: str
    urls: tuple[str, ...] = ()
    problem: MoviescrapeError | None = None
    address: str | None = None

    @property
    def path(self) -> Path:
        """Return the file or folder; it means nothing for a URL."""
        return Path(self.text)


def expand_patterns(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text, or, for a pattern such as `crawl/*.warc.gz` that is no file itself, the files that match, in order.

    Shells do so for patterns without quotes, but not on Windows. A pattern that nothing matches is given back as it is.
    """
    for text in texts:
        is_pattern = "://" not in text and glob.has_magic(text) and not _is_there(Path(text))
        yield from (sorted(glob.glob(text, recursive=True)) if is_pattern else []) or [text]  # noqa: PTH207 - absolute or not


def classify(text: str) -> Source:
    """Tell what `text` names. Raise UsageError for what is neither a URL nor there, SourceError for what can't be opened.

    >>> classify("https://example.org/top").kind
    <SourceKind.URL: 'URL'>
    """
    if _is_remote_archive(text):
        return Source(SourceKind.ARCHIVE, text)
    if "://" in text:
        return Source(SourceKind.URL, check_url(text))
    if Path(text) == STDIN:
        return Source(SourceKind.ARCHIVE if _is_archive_on_stdin() else SourceKind.PAGE, text)
    if not text or not _is_there(Path(text)):
        raise _missing(text)
    kind = _kind_of_folder(Path(text)) if Path(text).is_dir() else _kind_of_file(Path(text))
    return Source(kind, text)


def with_urls(source: Source) -> Source:
    """Return a source with the pages to fetch of it: those that a text file lists. Raise as `read_urls` does."""
    if source.kind is SourceKind.URLS:
        return source._replace(urls=tuple(read_urls(source.path)))
    return source._replace(urls=(source.text,)) if source.kind is SourceKind.URL else source


def with_address(source: Source, url: str) -> Source:
    """Return a saved page with the address that it is from. Raise UsageError for another source, or a `url` that is none."""
    if source.kind is not SourceKind.PAGE:
        raise UsageError("an address is stated of one saved page alone", where=source.text, remedy="name the page's file")
    return source._replace(address=check_url(url))


def classify_saved(text: str) -> Source:
    """Tell what `text` names for a reader of saved pages; what can't be read is a source with a problem, and others go on.

    Raise UsageError for a URL, which is a misunderstanding of what is read.

    >>> print(classify_saved("nowhere.html").problem)
    nowhere.html: no such file or folder; check the path, or name a URL that starts with https://
    """
    elsewhere = UsageError("only saved pages are read here", where=text, remedy=Remedy.FETCH_PAGES)
    try:
        source = classify(text)
    except (SourceError, UsageError) as problem:
        if "://" in text:
            raise
        return Source(SourceKind.NOTHING, text, problem=problem)
    if source.kind is SourceKind.URL:
        raise elsewhere
    return Source(SourceKind.NOTHING, text, problem=elsewhere) if source.kind is SourceKind.URLS else source


def _is_remote_archive(text: str) -> bool:
    """Return whether `text` names an archive in object storage, `s3://bucket/crawl.warc.gz`; over HTTP it would be a download."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and scheme.lower() not in ("http", "https") and is_archive_name(text)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the file system can't hold
        return False


def _missing(text: str) -> UsageError:
    host = text.split("/")[0]
    looks_like_url = "." in host.strip(".") and "\\" not in text and Path(host).suffix not in PAGE_SUFFIXES and "/" in text
    remedy = (
        f"if it is a URL, write https://{text}" if looks_like_url else "check the path, or name a URL that starts with https://"
    )
    return UsageError("no such file or folder", where=text or "''", remedy=remedy)


def _kind_of_folder(folder: Path) -> SourceKind:
    if find_imdb_files(folder):
        return SourceKind.IMDB
    return SourceKind.EXPORT if is_export(folder) else SourceKind.FOLDER


def _kind_of_file(path: Path) -> SourceKind:
    check_regular(path)
    if is_imdb_file(path):
        raise UsageError("is one of IMDb's data files, which are read together", where=str(path), remedy="name their folder")
    if is_archive_name(path.name):
        return SourceKind.ARCHIVE
    if is_export(path):
        return SourceKind.EXPORT
    if path.suffix.lower() in PAGE_SUFFIXES:
        return SourceKind.PAGE
    head = _head(path)
    if head.startswith(SQLITE_MAGIC) or path.suffix.lower() in _STORE_SUFFIXES:
        return SourceKind.STORE
    if _is_archive(path):
        return SourceKind.ARCHIVE
    return _kind_of_content(path, head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _kind_of_content(path: Path, head: bytes) -> SourceKind:
    if head.startswith(_PAGE_STARTS):
        return SourceKind.PAGE
    if not head:
        raise SourceError(
            "the file is empty", where=str(path), remedy="name a saved page, a folder of them, or a text file of URLs"
        )
    if head.startswith(b"PAR1") or _INDEX_LINE.match(head):
        raise UsageError("is an index of archives, or a table", where=str(path), remedy=Remedy.NAME_BASE)
    lines = [line.strip() for line in head.splitlines()]
    if path.suffix.lower() == ".txt" or any(line.startswith((b"http://", b"https://")) for line in lines):
        return SourceKind.URLS
    raise UsageError(
        "is not something to read movies from",
        where=str(path),
        remedy="name a URL, a text file of URLs, a saved page (.html, .mhtml), a folder, an archive or a page store",
    )


def _is_archive_on_stdin() -> bool:
    from moviescrape.pages.archive_file import is_archive_on_stdin

    return is_archive_on_stdin()


def _is_archive(path: Path) -> bool:
    from moviescrape.pages.archive_file import is_archive

    try:
        return is_archive(path)
    except UsageError:  # packed by zstd, whose package is missing: said where it is read
        return True


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_SNIFFED_BYTES)
    except OSError as error:
        raise SourceError(f"can't be read ({error.strerror})", where=str(path), remedy="check its permissions") from error


def check_url(text: str, *, where: str = "") -> str:
    """Return the absolute http(s) URL `text` as it is asked for: in normal form, without its fragment.

    `where` says where it was read, for messages. Raise UsageError with a remedy.

    >>> check_url("https://Example.org/a/../top#list")
    'https://example.org/top'
    """
    if not text.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"{text!r} does not start with http:// or https://", where=where, remedy="only web pages and saved files are read"
        )
    if any(letter.isspace() for letter in text):
        raise UsageError(f"{text!r} is not a URL", where=where, remedy="write it as https://example.org/top")
    remedy = "check it in a browser, and write it as https://example.org/top"
    if any(letter.isspace() or "\ud800" <= letter <= "\udfff" for letter in text):  # half a letter is one of another encoding
        raise UsageError(f"{text!r} is not a URL", where=where, remedy=remedy)
    try:
        return normalize_url(text)
    except UnsafeURL as problem:
        raise UsageError(f"{problem.where!r}: {problem.what}", where=where, remedy=remedy) from problem


def read_urls(path: Path) -> list[str]:
    """Read a text file of URLs, one a line; blank lines and lines that begin with `#` don't count.

    Raise SourceError where the file can't be read or holds none, UsageError for a line that is no URL.
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

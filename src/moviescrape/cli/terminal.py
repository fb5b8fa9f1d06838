"""The one place that writes to standard output and standard error.

Titles, URLs, file names, headers and error texts come from strangers. Their control characters are shown as escapes and never
reach a terminal, where they could move its cursor, change its title, or turn the order of letters round.
"""

import codecs
import io
import json
import os
import re
import sys
import traceback
import warnings
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, TextIO

from moviescrape.errors import ExportError, MoviescrapeError

if TYPE_CHECKING:
    from typing_extensions import Buffer

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1 (ECMA-48)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the order of letters (UAX 9)
    "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f"  # line ends, annotations, and tags that no font shows
    "\ud800-\udfff]"  # halves of letters; \udc80 to \udcff stand for bytes that are no text (PEP 383)
)
RED, GREEN, YELLOW, PLAIN = "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[0m"
ColorChoice = Literal["auto", "always", "never"]
_LINE_END = re.compile(r"(?<![ \t])[ \t]*+\r?\n\s*+")


_color: ColorChoice = "auto"


def choose_color(choice: ColorChoice) -> None:
    """Colour what is said always, never, or (auto) on a terminal unless NO_COLOR (https://no-color.org) or TERM=dumb is set."""
    global _color
    _color = choice


def _has_color() -> bool:
    if _color != "auto":
        return _color == "always"
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def visible(text: str) -> str:
    r"""Return `text` with each control character but tab and newline as an escape that can be read.

    >>> print(visible("\x1b[31mred\x07"), visible("\u202egnp.exe"), visible("caf\udce9"))
    \x1b[31mred\x07 \u202egnp.exe caf\xe9
    """
    return _CONTROLS.sub(_escape, text)


def _escape(control: re.Match[str]) -> str:
    code = ord(control[0])
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str) -> str:
    r"""Return `text` on one line, its control characters visible.

    >>> one_line("can't be read\r\n  (at byte 7)\x1b")
    "can't be read (at byte 7)\\x1b"
    """
    return visible(_LINE_END.sub(" ", text.strip()))


def show(text: str) -> None:
    """Print what was asked for on standard output. Raises ExportError where it can't be written, a full disk for example."""
    if sys.stdout is None:
        raise ExportError("standard output is closed", remedy="open it, or name a file with --out")
    try:
        print(visible(text))
    except BrokenPipeError:
        raise  # `| head`: the reader has seen enough
    except OSError as error:
        raise stdout_error(error) from error


def show_json(value: Any, indent: int | None = None) -> None:
    """Print a value as JSON on standard output; control characters are escaped as JSON escapes them. Raises as `show` does."""
    show(_CONTROLS.sub(lambda control: json.dumps(control[0])[1:-1], json.dumps(value, ensure_ascii=False, indent=indent)))


def say(text: str, *, mark: str = "", style: str = "") -> None:
    """Print one line on standard error, after a coloured `mark`. Where nobody can read it, the command goes on."""
    if sys.stderr is None:
        return
    mark = f"{style}{mark}{PLAIN}" if mark and style and _has_color() else mark
    try:
        print(mark + one_line(text), file=sys.stderr, flush=True)  # not click.echo, which writes past a progress bar, into it
    except (OSError, ValueError):
        forget(sys.stderr)


def complain(problem: MoviescrapeError | str) -> None:
    """Print what is wrong as one line on standard error."""
    say(problem.with_options if isinstance(problem, MoviescrapeError) else problem, mark="moviescrape: ", style=RED)


def say_verdict(text: str, *, good: bool) -> None:
    """Print the line that sums a command up on standard error; on a terminal it stands out."""
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    mark = ("✓ " if good else "! ") if on_terminal else ""
    say(text, mark=mark, style=GREEN if good else YELLOW)


def stdout_error(error: OSError) -> ExportError:
    """Return the error that says why standard output can't be written."""
    return ExportError(
        f"can't be written ({error.strerror or error})", where="standard output", remedy="write to a file with --out"
    )


def forget(stream: TextIO) -> None:
    """Let what is left of a stream that can't be written go nowhere, so that Python's own flush at the end does not fail."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def guard_streams() -> None:
    """Make the streams of this process safe: see `visible`. To be called once, before anything is printed.

    A terminal that lacks a letter of a title gets a `?` for it; tables in files and pipes are always UTF-8.
    """
    _occupy_closed_descriptors()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout = io.TextIOWrapper(_TerminalBytes(sys.stdout), encoding="utf-8", write_through=True)
    sys.excepthook = _print_bug
    warnings.showwarning = _say_warning


def _occupy_closed_descriptors() -> None:
    """Keep the first file that is opened from becoming standard input, output or error, where one of them is closed."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # POSIX gives the lowest number that is free


class _TerminalBytes(io.RawIOBase):
    """A terminal as a binary file: a table that is written there in UTF-8 is shown, with its control characters visible."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._terminal.fileno()

    def write(self, data: "Buffer") -> int:
        content = bytes(data)
        self._terminal.write(visible(self._decoder.decode(content)))
        return len(content)

    def flush(self) -> None:
        if not self.closed:
            self._terminal.flush()


def _say_warning(message: Warning | str, *_where: object, **_options: object) -> None:
    """Print a warning of a library that we use as one line, without the source line that Python adds."""
    say(f"warning: {message}")


def _print_bug(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Print the traceback of a mistake of ours; the text of the error may come from a page."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(visible("".join(traceback.format_exception(kind, error, where))), file=sys.stderr, flush=True)

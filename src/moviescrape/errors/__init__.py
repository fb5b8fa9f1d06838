"""Every error that moviescrape raises on purpose: what happened, where, and what to do.

MoviescrapeError
+-- UsageError                  wrong options or arguments (exit status 2)
|   `-- MissingContact          a run off loopback that says to nobody who it is
+-- SourceError                 a file, folder, archive or table that can't be read
|   `-- StoreError              a page store that is damaged, foreign, of another version or in use
+-- FetchError                  no page came back for a URL
|   +-- UnsafeURL               a scheme, host or address that may not be asked
|   +-- RobotsForbidden         robots.txt says no, or could not be read (RFC 9309 2.3.1.4)
|   +-- Refused                 the site said no: 401, 403, 429, 451, a challenge, a login or consent wall
|   +-- NotFound                404 or 410
|   +-- BadStatus               any other status that carries no page
|   +-- NotAPage                an answer that is empty or is not HTML
|   +-- NetworkError            no connection, a reset, a time-out
|   |   `-- HostUnreachable     no such name, or nobody listens there
|   +-- InvalidResponse         the server breaks HTTP in a way that can't be read past
|   +-- TooLarge                more bytes, headers or time than the settings allow
|   +-- BadRedirect             a loop, too many hops, or a hop to where it may not go
|   +-- HostGivenUp             the host failed, or put us off, too often; its other pages are not asked for
|   `-- NotStored               --offline, and the page store doesn't hold the page
+-- ParseError                  a page that gave no movies
|   +-- BlockedPage             it is a block, challenge, captcha, login or consent wall
|   +-- EmptyPage               a list or a search without results
|   +-- ErrorPage               the site's own "not found" or "something went wrong"
|   +-- NotAMoviePage           a page about something else
|   +-- PageSetAside            its reader hung, crashed or took too much memory
|   +-- LayoutChanged           a site we know, a page we expect to read, and nothing read
|   `-- UnreadablePage          no text in it: empty, cut, binary
`-- ExportError                 an output that can't be written

IncompleteWarning, a UserWarning: where functions of the library go on after such an error
"""

from moviescrape.errors.remedies import Remedy


class MoviescrapeError(Exception):
    """The root. `str()` is one line: where, what happened, what to do; `with_options` is the same for the command line."""

    def __init__(self, what: str, *, where: str = "", remedy: str | Remedy = "") -> None:
        """Keep `what` happened, `where` (a URL, a file, a field), and the `remedy`, each without a full stop.

        A remedy that is done otherwise from Python than on the command line is a `Remedy`; others are the text itself.
        """
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Return one line.

        >>> str(SourceError("no such file", where="pages.html", remedy="check the path"))
        'pages.html: no such file; check the path'
        """
        return self._followed_by(self.remedy.in_python if isinstance(self.remedy, Remedy) else self.remedy)

    @property
    def with_options(self) -> str:
        """Return the line in the words of the command line, whose remedies are options and commands.

        >>> problem = UsageError("nobody says who asks", remedy=Remedy.GIVE_CONTACT)
        >>> print(problem, problem.with_options, sep="\\n")
        nobody says who asks; give contact='you@example.org', or a URL
        nobody says who asks; give --contact with a mail address or URL, or set MOVIESCRAPE_CONTACT
        """
        return self._followed_by(self.remedy_with_options)

    @property
    def remedy_with_options(self) -> str:
        """Return what to do on the command line."""
        return self.remedy.with_options if isinstance(self.remedy, Remedy) else self.remedy

    @property
    def without_remedy(self) -> str:
        """Return where and what alone."""
        return self._followed_by("")

    def _followed_by(self, remedy: str) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {remedy}" if remedy else line

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross from worker processes, so they must survive pickling with their keywords."""
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[MoviescrapeError], what: str, where: str, remedy: str | Remedy) -> MoviescrapeError:
    return kind(what, where=where, remedy=remedy)


class IncompleteWarning(UserWarning):
    """Movies are missing: a page failed, or a list fell short of what it declares. The text is that of the error."""


class UsageError(MoviescrapeError):
    """Wrong options or arguments."""


class MissingContact(UsageError):
    """A run off loopback needs a mail address or URL where the site can complain."""


class SourceError(MoviescrapeError):
    """A file, folder, archive or table that can't be read."""


class StoreError(SourceError):
    """A page store that is damaged, foreign, of another version, or in use by another run."""


class FetchError(MoviescrapeError):
    """No page came back for a URL (`where`)."""


class UnsafeURL(FetchError):
    """A scheme, host or address that may not be asked."""


class RobotsForbidden(FetchError):
    """robots.txt says no, or could not be read, which means no (RFC 9309 2.3.1.4)."""


class Refused(FetchError):
    """The site said no: 401, 403, 429, 451, a challenge, a login or consent wall."""


class NotFound(FetchError):
    """404 or 410."""


class BadStatus(FetchError):
    """Any other status that carries no page."""


class NotAPage(FetchError):
    """An answer that is empty or is not HTML."""


class NetworkError(FetchError):
    """No connection, a reset, or a time-out."""


class HostUnreachable(NetworkError):
    """The host's name is unknown, or nobody listens at its address."""


class InvalidResponse(FetchError):
    """The server breaks HTTP in a way that can't be read past; asking again does not help."""


class TooLarge(FetchError):
    """More bytes, headers or time than the settings allow."""


class BadRedirect(FetchError):
    """A loop, too many hops, or a hop to where it may not go."""


class HostGivenUp(FetchError):
    """The host failed, or put us off, too often; its other pages are not asked for in this run."""


class NotStored(FetchError):
    """`--offline`, and the page store doesn't hold the page."""


class ParseError(MoviescrapeError):
    """A page (`where`) that gave no movies."""


class BlockedPage(ParseError):
    """A block, challenge, captcha, login or consent wall in place of the page."""


class EmptyPage(ParseError):
    """A list or a search without results."""


class ErrorPage(ParseError):
    """The site's own "not found" or "something went wrong"."""


class NotAMoviePage(ParseError):
    """A page about something else."""


class PageSetAside(ParseError):
    """Its reader hung, crashed, or took too much memory; it may be read another time."""


class LayoutChanged(ParseError):
    """A site we know and a page we expect to read, and nothing could be read."""


class UnreadablePage(ParseError):
    """No text in it: empty, cut, binary."""


class ExportError(MoviescrapeError):
    """An output that can't be written."""

"""A web site in a function, for `httpx.MockTransport`: answers by path, and remembers what was asked."""

import httpx

from support.clock import FakeClock

HTML = {"content-type": "text/html"}


class FakeSite:
    """Answers by path or URL; `asked` lists URLs in order, `at_s` when.

    Several answers to one path are given one by one; the last is given again. An exception is raised instead of an answer.
    """

    def __init__(self, time: FakeClock) -> None:
        self.time = time
        self.answers: dict[str, list[httpx.Response | Exception]] = {"/robots.txt": [httpx.Response(404)]}
        self.asked: list[str] = []
        self.at_s: list[float] = []
        self.requests: list[httpx.Request] = []

    def serve(self, path: str, *answers: httpx.Response | Exception | bytes) -> None:
        """Answer `path` (or a URL) with these from now on; bytes are an HTML page."""
        self.answers[path] = [httpx.Response(200, content=a, headers=HTML) if isinstance(a, bytes) else a for a in answers]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        self.at_s.append(self.time.clock())
        self.requests.append(request)
        answers = self.answers.get(str(request.url)) or self.answers.get(request.url.path) or [_page_of(request)]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, content=answer.content, headers=answer.headers)

    @property
    def pages_asked(self) -> list[str]:
        """Return the URLs asked, less those of robots.txt."""
        return [url for url in self.asked if not url.endswith("/robots.txt")]


def _page_of(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=f"<title>{request.url.path}</title>".encode(), headers=HTML)

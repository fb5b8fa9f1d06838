"""A chapter of the textbook as a file: an HTML page or a notebook, its pictures in it."""

import base64
import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt  # rich brings it along, and Pygments
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from moviescrape.assignments.language import chosen_language
from moviescrape.assignments.notebook import notebook_of_script
from moviescrape.assignments.textbook import CodeBlock, Prose, read_picture, split_chapter
from moviescrape.errors import UsageError

_PICTURE = re.compile(r"\]\((pictures/[\w-]+\.svg)\)")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PAGES = Environment(
    loader=PackageLoader("moviescrape.assignments", "book"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def chapter_file(chapter: str, suffix: str) -> str:
    """Return a chapter in the form that a file's suffix names; UsageError where it names none."""
    forms = {".html": chapter_page, ".htm": chapter_page, ".ipynb": chapter_notebook, ".md": with_pictures}
    if suffix.lower() not in forms:
        raise UsageError(
            f"a chapter can't be written as {suffix or 'a file without a suffix'}", remedy=f"end its name in {', '.join(forms)}"
        )
    return forms[suffix.lower()](chapter)


def chapter_page(chapter: str) -> str:
    """Return a chapter as an HTML page that needs no other file."""
    markdown = MarkdownIt("commonmark", {"highlight": _highlighted}).enable("table")
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  # pictures of ours are data URLs
    title = _TITLE.search(chapter)
    return _PAGES.get_template("page.html").render(
        language=chosen_language(), title=title[1] if title else "", content=markdown.render(with_pictures(chapter))
    )


def chapter_notebook(chapter: str) -> str:
    """Return a chapter as a notebook, JSON, whose Python blocks are cells to run."""
    return notebook_of_script("\n".join(map(_percent_cell, split_chapter(with_pictures(chapter)))))


def with_pictures(chapter: str) -> str:
    """Return a chapter whose pictures stand in their own addresses (RFC 2397)."""

    def embed(found: re.Match[str]) -> str:
        return f"](data:image/svg+xml;base64,{base64.b64encode(read_picture(found[1])).decode()})"

    return _PICTURE.sub(embed, chapter)


def _highlighted(code: str, language: str, role: str) -> str:
    """Return a fenced block as a `pre` of the class that its role or language gives it; colours are in the element."""
    formatter = HtmlFormatter(noclasses=True, nobackground=True, nowrap=True)
    inside = highlight(code, get_lexer_by_name(language or "text"), formatter)
    return f'<pre class="{role or language}"><code>{inside}</code></pre>'


def _percent_cell(part: Prose | CodeBlock) -> str:
    if isinstance(part, CodeBlock) and part.language == "python":
        return f"# %%\n{part.code}"
    text = part.text if isinstance(part, Prose) else f"```{part.language}\n{part.code}```\n"
    return "# %% [markdown]\n" + re.sub(r"^", "# ", text.rstrip("\n"), flags=re.MULTILINE) + "\n"

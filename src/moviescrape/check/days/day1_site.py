"""Day 1: a web site as a folder or .zip. Nothing of it is run; its files are read."""

from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from moviescrape.check.days.day1_files import SiteFiles, read_site
from moviescrape.check.days.day1_stylesheet import selector_kinds, used_properties
from moviescrape.check.messages import quoted, shown
from moviescrape.check.score import ColumnVerdict, Mistake, Verdict, mark, nothing, points_of
from moviescrape.errors import SourceError

PAGES, PROPERTIES, KINDS = 4, 5, 5
MB = 1_000_000
IMAGE_BYTES, SITE_BYTES = 1 * MB, 5 * MB
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")

Documents = dict[str, BeautifulSoup]


def check_homepage(path: Path) -> Verdict:
    """Return the verdict on a site; what can't be opened safely gets no points, and is told why."""
    points = points_of(1)
    try:
        files = read_site(path)
    except SourceError as error:
        if not path.exists():
            raise
        columns = {name: nothing(most, "unreadable", f"{name}: the site could not be opened") for name, most in points.items()}
        return Verdict(1, columns, [str(error)])
    pages = {name: BeautifulSoup(content, "lxml") for name, content in files.items() if name.lower().endswith((".html", ".htm"))}
    css = "\n".join(_styles(files, pages))
    return Verdict(
        1,
        {
            "pages": _judge_pages(pages, points["pages"]),
            "links": _judge_links(pages, points["links"]),
            "list": _judge_element(pages, "ul li, ol li", "list", "ul or ol with li in it", points["list"]),
            "table": _judge_element(pages, "table tr td", "table", "table with tr and td in it", points["table"]),
            "image": _judge_image(files, pages, points["image"]),
            "stylesheet": _judge_stylesheet(files, pages, points["stylesheet"]),
            "properties": _judge_properties(css, points["properties"]),
            "selectors": _judge_selectors(css, points["selectors"]),
            "sizes": _judge_sizes(files, pages, points["sizes"]),
        },
    )


def find_target(page: str, reference: str) -> str | None:
    """Return the file of the site that a link on `page` leads to; None for another site, a mail address, the page itself.

    >>> find_target("films/index.html", "../about.html#me"), find_target("index.html", "films/"), find_target("a.html", "#top")
    ('about.html', 'films/index.html', None)
    """
    parts = urlsplit(reference.strip())
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    target = normpath(path.lstrip("/") if path.startswith("/") else join(dirname(page), path))
    return join(target, "index.html").removeprefix("./") if path.endswith("/") or target == "." else target


def _judge_pages(pages: Documents, max_score: float) -> ColumnVerdict:
    if len(pages) >= PAGES:
        return mark(max_score, 1.0)
    message = f"pages: there are {len(pages)} in HTML; at least {PAGES} are asked for"
    return mark(max_score, len(pages) / PAGES, [Mistake("few_pages", message)])


def _judge_links(pages: Documents, max_score: float) -> ColumnVerdict:
    """From any page to any other, by following links."""
    links = {name: _links(name, page) for name, page in pages.items()}
    broken = [(name, target) for name, targets in links.items() for target in sorted(targets) if _is_broken(target, pages)]
    apart = [(one, other) for one in pages for other in pages if other not in reachable(one, links)]
    mistakes = []
    if apart:
        (one, other), ways = apart[0], len(pages) ** 2 - len(pages)
        message = f"links: {len(apart)} of {ways} ways are missing; first, no links lead from {quoted(one)} to {quoted(other)}"
        mistakes.append(Mistake("unreachable", message))
    if broken:
        mistakes.append(
            Mistake("broken_link", f"links: {quoted(broken[0][0])} links to {quoted(broken[0][1])}, which is not there")
        )
    if len(pages) < 2:
        return nothing(max_score, "few_pages", "links: there are no pages to link")
    return mark(max_score, 1 - len(apart) / (len(pages) ** 2 - len(pages)), mistakes)


def reachable(start: str, links: dict[str, set[str]]) -> set[str]:
    """Return the pages that one gets to from `start`, itself included.

    >>> sorted(reachable("a", {"a": {"b"}, "b": {"c"}, "c": set(), "d": {"a"}}))
    ['a', 'b', 'c']
    """
    found, ahead = {start}, [start]
    while ahead:
        new = {target for target in links.get(ahead.pop(), set()) if target in links and target not in found}
        found |= new
        ahead += new
    return found


def _links(name: str, page: BeautifulSoup) -> set[str]:
    return {target for link in page.select("a[href], area[href]") if (target := find_target(name, str(link["href"])))}


def _is_broken(target: str, pages: Documents) -> bool:
    return target.lower().endswith((".html", ".htm")) and target not in pages


def _judge_element(pages: Documents, selector: str, name: str, wanted: str, max_score: float) -> ColumnVerdict:
    if any(page.select_one(selector) for page in pages.values()):
        return mark(max_score, 1.0)
    return nothing(max_score, f"no_{name}", f"{name}: no page has a {wanted}")


def _judge_image(files: SiteFiles, pages: Documents, max_score: float) -> ColumnVerdict:
    """Grade the image: an img whose file was handed in with the site or stands in its own address (`data:`), or a drawn svg."""
    sources = [(name, str(image["src"]).strip()) for name, page in pages.items() for image in page.select("img[src]")]
    drawn = any(page.select_one("svg *") for page in pages.values())
    if drawn or any(is_embedded(source) or find_target(name, source) in files for name, source in sources):
        return mark(max_score, 1.0)
    if not sources:
        return nothing(max_score, "no_image", "image: no page has an img")
    name, source = sources[0]
    return nothing(max_score, "missing_image", f"image: {quoted(name)} shows {shown(source)}, which is not in the folder")


def is_embedded(source: str) -> bool:
    """Return True for an image that stands in its own address (RFC 2397), and is not empty.

    >>> is_embedded("data:image/gif;base64,R0lGODlh"), is_embedded("data:image/gif;base64,"), is_embedded("data:text/html,hello")
    (True, False, False)
    """
    head, _, data = source.partition(",")
    return head.lower().startswith("data:image/") and bool(data.strip())


def _judge_stylesheet(files: SiteFiles, pages: Documents, max_score: float) -> ColumnVerdict:
    with_style = [name for name, page in pages.items() if any(sheet in files for sheet in _sheets(name, page))]
    if pages and len(with_style) == len(pages):
        return mark(max_score, 1.0)
    if not with_style:
        return nothing(max_score, "no_stylesheet", "stylesheet: no page links to a CSS file that is in the folder")
    bare = next(name for name in pages if name not in with_style)
    return mark(
        max_score, len(with_style) / len(pages), [Mistake("unstyled", f"stylesheet: {quoted(bare)} links to no CSS file")]
    )


def _sheets(name: str, page: BeautifulSoup) -> list[str]:
    links = page.select('link[rel~="stylesheet"][href]')
    return [target for link in links if (target := find_target(name, str(link["href"])))]


def _styles(files: SiteFiles, pages: Documents) -> list[str]:
    """Return the text of every stylesheet that a page uses, once; what is written into the pages themselves too."""
    sheets = sorted({sheet for name, page in pages.items() for sheet in _sheets(name, page) if sheet in files})
    inline = [style.get_text() for page in pages.values() for style in page.select("style")]
    return [files[sheet].decode("utf-8", "replace") for sheet in sheets] + inline


def _judge_properties(css: str, max_score: float) -> ColumnVerdict:
    used = used_properties(css)
    if len(used) >= PROPERTIES:
        return mark(max_score, 1.0)
    message = f"properties: the stylesheet sets {len(used)} different properties; at least {PROPERTIES} are asked for"
    return mark(max_score, len(used) / PROPERTIES, [Mistake("few_properties", message)])


def _judge_selectors(css: str, max_score: float) -> ColumnVerdict:
    used = selector_kinds(css)
    missing = [sign for kind, sign in (("id", "#id"), ("class", ".class")) if kind not in used]
    mistakes = [Mistake("no_id_or_class", f"selectors: there is no {sign} among them") for sign in missing]
    if len(used) < KINDS:
        said = ", ".join(sorted(used)) or "none"
        message = f"selectors: {len(used)} kinds ({said}); at least {KINDS} are asked for"
        mistakes.append(Mistake("few_selectors", message))
    return mark(max_score, max(0.0, min(1.0, len(used) / KINDS) - 0.2 * len(missing)), mistakes)


def _judge_sizes(files: SiteFiles, pages: Documents, max_score: float) -> ColumnVerdict:
    if not files:
        return nothing(max_score, "empty", "sizes: there are no files")
    large = [name for name, content in files.items() if name.lower().endswith(IMAGES) and len(content) > IMAGE_BYTES]
    large += [f"an image in {name}" for name, size in embedded_sizes(pages) if size > IMAGE_BYTES]
    total = sum(map(len, files.values()))
    mistakes = [Mistake("large_image", f"sizes: {quoted(name)} is larger than 1 MB") for name in large[:3]]
    if total > SITE_BYTES:
        mistakes.append(Mistake("large_site", f"sizes: all files together have {total / MB:.1f} MB; at most 5 MB are allowed"))
    return mark(max_score, 1 - 0.5 * bool(large) - 0.5 * (total > SITE_BYTES), mistakes)


def embedded_sizes(pages: Documents) -> list[tuple[str, int]]:
    """Return, by page, about how many bytes each embedded image has (base64: four letters for three bytes)."""
    sources = [(name, str(image["src"])) for name, page in pages.items() for image in page.select("img[src]")]
    return [(name, len(source) * 3 // 4) for name, source in sources if is_embedded(source)]

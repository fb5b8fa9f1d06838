"""Day 1: the model solution gets full points; each thing taken away costs its own."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from moviescrape.assignments.day1_homepage import write_homepage
from moviescrape.check import Verdict, check_submission
from moviescrape.errors import SourceError

MB = 1_000_000


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_homepage(tmp_path / "site")
    return tmp_path / "site"


def _replace(site: Path, pattern: str, old: str, new: str) -> None:
    for path in site.glob(pattern):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _kinds(verdict: Verdict) -> dict[str, list[str]]:
    return {name: [mistake.kind for mistake in column.mistakes] for name, column in verdict.columns.items() if column.mistakes}


def _zip(site: Path, below: str = "") -> Path:
    path = site.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in site.iterdir():
            archive.write(file, f"{below}{file.name}")
    return path


def test_the_model_solution_gets_full_points_as_folder_and_as_zip(site: Path) -> None:
    for path in (site, _zip(site), _zip(site, "my-site/")):
        assert check_submission(1, path).is_full


WRONG: dict[str, tuple[Callable[[Path], object], dict[str, list[str]]]] = {
    "three pages": (lambda site: (site / "about.html").unlink(), {"pages": ["few_pages"], "links": ["broken_link"]}),
    "a page that leads nowhere": (
        lambda site: (site / "end.html").write_text('<link rel="stylesheet" href="style.css"><p>The end.', encoding="utf-8"),
        {"links": ["unreachable"]},
    ),
    "no list": (
        lambda site: _replace(site, "*.html", "li>", "p>"),
        {"list": ["no_list"]},
    ),
    "no table": (lambda site: _replace(site, "week.html", "td>", "span>"), {"table": ["no_table"]}),
    "no image": (lambda site: _replace(site, "index.html", "<img", "<p"), {"image": ["no_image"]}),
    "an image elsewhere": (
        lambda site: _replace(site, "index.html", "lighthouse.svg", "https://pictures.example/lighthouse.svg"),
        {"image": ["missing_image"]},
    ),
    "an image of the wrong case": (
        lambda site: _replace(site, "index.html", "lighthouse.svg", "Lighthouse.SVG"),
        {"image": ["missing_image"]},
    ),
    "no stylesheet": (
        lambda site: (site / "style.css").unlink(),
        {
            "stylesheet": ["no_stylesheet"],
            "properties": ["few_properties"],
            "selectors": ["no_id_or_class", "no_id_or_class", "few_selectors"],
        },
    ),
    "a page without it": (lambda site: _replace(site, "week.html", 'href="style.css"', 'href=""'), {"stylesheet": ["unstyled"]}),
    "four properties": (
        lambda site: (site / "style.css").write_text("* { color: red; margin: 0 } #a .b > c { padding: 0; margin: 1px; top: 0 }"),
        {"properties": ["few_properties"]},
    ),
    "no class": (lambda site: _replace(site, "style.css", ".lead", "#lead"), {"selectors": ["no_id_or_class"]}),
    "a large image": (
        lambda site: (site / "lighthouse.svg").write_bytes(b"x" * (MB + 1)),
        {"sizes": ["large_image"]},
    ),
    "a large site": (lambda site: (site / "film.mp4").write_bytes(b"x" * 5 * MB), {"sizes": ["large_site"]}),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_missing_is_said(name: str, site: Path) -> None:
    spoil, expected = WRONG[name]
    spoil(site)
    verdict = check_submission(1, site)
    assert _kinds(verdict) == expected
    assert not verdict.is_full


def test_links_are_followed_from_folders_too(site: Path) -> None:
    (site / "films").mkdir()
    page = '<link rel="stylesheet" href="../style.css"><a href="../index.html#top">Back</a>'
    (site / "films" / "index.html").write_text(page, encoding="utf-8")
    _replace(site, "index.html", 'href="films.html"', 'href="films/?sort=year"')
    _replace(site, "films.html", 'href="index.html"', 'href="/index.html"')
    _replace(site, "week.html", 'href="films.html"', 'href="./films.html"')
    assert check_submission(1, site).is_full


@pytest.mark.parametrize("name", ["../evil.html", "/etc/evil.html", "C:/evil.html", "..\\evil.html"])
def test_a_zip_that_points_out_of_itself_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<p>")
    verdict = check_submission(1, path)
    assert verdict.score == 0
    assert "unsafe path" in verdict.messages[0]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["site.zip"]


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("index.html")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert "unsafe path" in check_submission(1, tmp_path / "site.zip").messages[0]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.html", b"0" * 40 * MB)
    assert "50 MB" in check_submission(1, tmp_path / "site.zip").messages[0]


def test_too_many_files_are_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        for number in range(600):
            archive.writestr(f"{number}.html", b"")
    assert "500 files" in check_submission(1, tmp_path / "site.zip").messages[0]


def test_a_broken_zip_is_said(site: Path) -> None:
    path = _zip(site)
    path.write_bytes(path.read_bytes()[:300] + bytes(60) + path.read_bytes()[360:])
    assert "can't be read" in check_submission(1, path).messages[0]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="making links needs rights on Windows")
def test_links_in_a_folder_are_not_followed(site: Path) -> None:
    (site / "films.html").unlink()
    (site / "films.html").symlink_to(site / "index.html")
    assert "pages" in _kinds(check_submission(1, site))


def test_no_site_at_all(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        check_submission(1, tmp_path / "nothing")
    (tmp_path / "page.txt").write_text("hello", encoding="utf-8")
    assert "neither a folder nor a .zip" in check_submission(1, tmp_path / "page.txt").messages[0]
    (tmp_path / "empty").mkdir()
    assert check_submission(1, tmp_path / "empty").score == 0

"""Where a user's sites come from: files named, the configuration folder, other packages."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from moviescrape.errors import MoviescrapeError, UsageError
from moviescrape.parse.sites import SITES
from moviescrape.pipeline import site_sources
from moviescrape.pipeline.site_sources import SiteSource, find_own_sites, load_sites, sites_folder
from support.site_files import CINEMA


@pytest.fixture(autouse=True)
def _looked_up_anew() -> Iterator[None]:
    """What packages offer is looked up once a process: each test has offers of its own."""
    site_sources._offered.cache_clear()
    yield
    site_sources._offered.cache_clear()


def _offer(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    found = EntryPoints(EntryPoint(name, f"support.site_files:{name}", site_sources.GROUP) for name in names)
    monkeypatch.setattr(site_sources, "entry_points", lambda **chosen: found.select(**chosen))


def _file(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(CINEMA, encoding="utf-8")
    return path


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the variable is for other systems")
def test_the_folder_of_sites_is_in_the_users_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert sites_folder() == tmp_path / "moviescrape" / "sites"


def test_nothing_of_a_users_own() -> None:
    assert find_own_sites() == ()
    assert load_sites(()) == SITES


def test_files_named_come_first_then_the_folder_then_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(monkeypatch, "OFFERED")
    _file(tmp_path / "sites", "kept")
    monkeypatch.setattr(site_sources, "sites_folder", lambda: tmp_path / "sites")
    names = [site.name for site in load_sites(find_own_sites([_file(tmp_path, "named")]))]
    assert names[:3] == ["named", "kept", "offered"]
    assert len(names) == 3 + len(SITES)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: can't be read \(No such file or directory\); check the path$"):
        find_own_sites([tmp_path / "none.toml"])


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(MoviescrapeError, match=str(tmp_path)):
        find_own_sites([tmp_path])


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "kino.toml"
    path.write_bytes(b'name = "\xe9"')
    with pytest.raises(UsageError, match=r"kino\.toml: not UTF-8 text; save it as UTF-8$"):
        find_own_sites([path])


def test_a_mistake_in_a_file_is_found_before_any_page_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "kino")
    path.write_text(CINEMA.replace("item =", "itme ="), encoding="utf-8")
    with pytest.raises(UsageError, match=r"kino\.toml: layouts\[1\]\.itme: no such key; did you mean item\?$"):
        find_own_sites([path])


@pytest.mark.parametrize(("name", "said"), [("MISSING", "can't be loaded"), ("TITLES", "is not a moviescrape.Site")])
def test_what_a_package_does_wrong_is_said_under_its_name(monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    _offer(monkeypatch, name)
    with pytest.raises(UsageError, match=f"^site '{name}' of .*{said}"):
        load_sites((SiteSource(name),))

"""The practice site: a movie site that ships inside the package, with invented movies whose truth is known.

catalogue.py   the movies (invent.py, people.py, languages.py, vocabulary.py), lists of them (search.py), the truth (truth.py)
pages.py       from a path to a page, in one of five layouts (templates/)
server.py      the pages over HTTP on loopback (app.py, protocol.py, exchange.py), what clients did (stats.py)
teacher_page.py what a teacher sees of all that
faults.py      what can go wrong on request (faults_http.py, faults_connection.py)

The names below are loaded when they are used: a run on another site needs no more of this than its address.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moviescrape.practice.address import PUBLIC_ORIGIN, START_PATH
    from moviescrape.practice.catalogue import Catalogue
    from moviescrape.practice.faults import FAULTS
    from moviescrape.practice.pages import Pages
    from moviescrape.practice.server import PracticeSite
    from moviescrape.practice.truth import LAYOUTS, LayoutName

__all__ = ["FAULTS", "LAYOUTS", "PUBLIC_ORIGIN", "START_PATH", "Catalogue", "LayoutName", "Pages", "PracticeSite"]

_LAZY_IMPORTS = {
    "FAULTS": "faults",
    "LAYOUTS": "truth",
    "PUBLIC_ORIGIN": "address",
    "START_PATH": "address",
    "Catalogue": "catalogue",
    "LayoutName": "truth",
    "Pages": "pages",
    "PracticeSite": "server",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY_IMPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY_IMPORTS[name]}"), name)

"""The practice site: a movie site that ships inside the package, with invented movies whose truth is known.

catalogue.py   the movies (invent.py, people.py, languages.py, words.py), lists of them (search.py), the truth (shown.py)
pages.py       from a path to a page, in one of four layouts (templates/)
server.py      the pages over HTTP on loopback (app.py, protocol.py, wire.py), what visitors did (visits.py)
faults.py      what can go wrong on request (wrong_answers.py, broken_wire.py)
"""

from moviescrape.practice.address import PUBLIC_ORIGIN, START_PATH
from moviescrape.practice.catalogue import Catalogue
from moviescrape.practice.faults import FAULTS
from moviescrape.practice.pages import Pages
from moviescrape.practice.server import PracticeSite
from moviescrape.practice.shown import LAYOUTS, Layout

__all__ = ["FAULTS", "LAYOUTS", "PUBLIC_ORIGIN", "START_PATH", "Catalogue", "Layout", "Pages", "PracticeSite"]

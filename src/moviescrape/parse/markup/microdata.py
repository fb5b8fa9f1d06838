"""Extract movies from microdata: `itemscope`, `itemtype`, `itemprop` (WHATWG HTML 5), as pages really write it."""

from moviescrape.parse.dom.document import Node
from moviescrape.parse.markup.items import Dialect, gather_items
from moviescrape.parse.markup.schemaorg import find_movies, read_found
from moviescrape.parse.model import Extraction, Extractor, PageAddress

MARKS = (b"itemprop",)
"""Without these bytes a page has none."""

_MICRODATA = Dialect(opens="itemscope", types="itemtype", properties=("itemprop",), identity=("itemid",))


def read_microdata(root: Node, address: PageAddress) -> Extraction | None:
    """Return the movies of the page's microdata; None where there are none."""
    return read_found(Extractor.MICRODATA, find_movies(gather_items(root, _MICRODATA), "microdata"), address)

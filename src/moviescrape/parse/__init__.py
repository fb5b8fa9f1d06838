"""The parse room: a Page in, a ParsedPage out. No network, disk, pandas or clock.

decode      bytes to UTF-8, out of what saved pages are wrapped in
address     where the page is from, by its own bytes
ways        scripts (JSON found by bytes), jsonld, sites/ + selectors (what each site's layouts show)
fields      raw text to values, by the readers in values/
combine     which records speak of the same movie, and whose word counts
kinds       what a page is that gave no movies
read        the order of all this: `parse_page`
"""

from moviescrape.parse.parsed import PageKind, ParsedPage
from moviescrape.parse.read import parse_page

__all__ = ["PageKind", "ParsedPage", "parse_page"]

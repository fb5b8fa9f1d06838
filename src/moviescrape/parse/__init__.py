"""The parse room: a Page in, a ParsedPage out. No network, disk, pandas or clock.

read        the order of all this: `parse_page`
decode      bytes to UTF-8, out of what saved pages are wrapped in
address     where the page is from, by its own bytes
ways        the ways of extraction a page, in their order:
              scripts (JSON found by bytes) and the states of sites/
              jsonld; microdata and rdfa (through items); all three are read by schemaorg and schemaorg_movie
              selectors and rules: what the layouts in sites/ show
              meta and headline: what the head of a page says
              general/: pages of sites that nobody has described, by labels and repeated structure
grid        tables as rows and columns, whatever their cells span
document    the tree behind a small interface; css, how its selectors are compiled
paging      where a list goes on, and how long it says it is
fields      raw text to values, by the readers in values/
combine     which records speak of the same movie, and whose word counts
kinds       what a page is that gave no movies
"""

from moviescrape.parse.model import PageKind, ParsedPage
from moviescrape.parse.parser import parse_page

__all__ = ["PageKind", "ParsedPage", "parse_page"]

"""A Page in, a ParsedPage out. No network, disk, pandas or clock.

parser      `parse_page`: the order of all this
decode      bytes to UTF-8, out of what saved pages are wrapped in
identify    where the page is from, by its own bytes
extract     the extractors of a page, in order of trust; each gives records of raw text:
              dom/       the tree, its selectors, JSON in scripts, tables as grids
              sites/     a file a site: its addresses, and the layouts that its pages have; site_file reads those of users
              markup/    JSON-LD, microdata, RDFa and meta tags
              records/   pages of sites that nobody has described: repeated structure, tables, labels
headline    what the page's title says
labels      the words before a value, by language
fields      raw text to values, by the readers in values/
combine     which records speak of the same movie, and which value counts
paging      where a list goes on, and how long it says it is
diagnose    what a page is that gave no movies
charsets    labels of encodings, by the WHATWG table
budget      how much CPU time a page may take
model       what all of these hand on: records, extractions, the parsed page
explain     which extractor found each value, and what the others said
learn/      a site file made from pages, by example
drift       how full the fields of many pages are, against floors.json
"""

from moviescrape.parse.model import PageKind, ParsedPage
from moviescrape.parse.parser import parse_page

__all__ = ["PageKind", "ParsedPage", "parse_page"]

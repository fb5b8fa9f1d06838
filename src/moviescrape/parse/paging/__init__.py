"""Where a list stands among its pages: the next page, page numbers, and how long the list says it is.

paging_words     what links to a next page and buttons for more say, in many languages
site_links       which links stay within the list, seen from the address that was fetched
links            the links and buttons of a page, each read once
link_header      `Link: <...>; rel="next"`, RFC 8288
next_links       links to the next page: rel=next, "Next", "Load more", arrows
page_numbers     numbered links, and "Page 1 of 9"
declared_totals  "1-50 of 1,234" and "Showing 50 of 250"
find_paging      all of these, the surest first
"""

from moviescrape.parse.paging.find_paging import Paging, find_paging

__all__ = ["Paging", "find_paging"]

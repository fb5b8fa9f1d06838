"""What a run does, from its SOURCES to a written table.

job          what is to be done, checked before anything is asked for
sources      what each SOURCE is: URL, list of URLs, saved page, folder, page store, archive
local        the pages of files, folders and page stores
crawl        the pages of a site: a list, its next pages, the movies' own pages
pagination   how far a list is followed
flow         the whole run: pages -> movies -> table
report       what was done, and whether it is complete
api          the two functions of the library that do all of this
"""

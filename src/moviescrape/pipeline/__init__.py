"""What a run does, from its SOURCES to a written table. Read from top to bottom:

job          what is to be done, checked before anything is asked for
sources      what each SOURCE is: URL, list of URLs, saved page, folder, page store, archive
results      a page that was parsed, or what is wrong with it, and the movies that it lists
local        the pages of files, folders, page stores and archives
crawl        the pages of sites in the order of the table: lists, their next pages, the movies' own pages
crawl_ahead  what is fetched before its turn, as each host allows; reading: each page asked for and read once, and kept
followed_list, pagination   how far a list is followed
flow         the whole run: pages -> movies -> table
report       what was done, and whether it is complete
run_account  the same for programs, as JSON
"""

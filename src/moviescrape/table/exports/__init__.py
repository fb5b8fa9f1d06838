"""What other sites and programs give people of their films -> columns under our names. Nothing here is fetched.

find_reader    which of these a file or a folder is, by its bytes
known_exports  CSV tables of IMDb, Letterboxd and MovieLens: their columns under our names
column_names   the names of columns in other languages
letterboxd_zip the zip of Letterboxd
trakt          the JSON of Trakt
movielens      the data sets of MovieLens, a folder or a zip: titles with the mean of their ratings
kodi           the NFO files and the library of Kodi
tmdb_ids       TMDB's daily files of ids
wikidata       results of Wikidata's query service, JSON or CSV
"""

"""IMDb's data files -> movies, as a stream: large files in little memory, nothing fetched.

imdb_folder   which of IMDb's files a folder holds
imdb_choice   which of their titles are wanted
imdb_movies   the titles with their ratings and people
tsv           gzipped or plain TSV in pieces of whole lines
packed_ids    ids and numbers in arrays and bits: a few bytes each
"""

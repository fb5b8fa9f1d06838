"""Movies -> columns -> DataFrame, and back.

columns    movies -> columns of plain values, as files hold them
build      movies -> typed frames, whole or in batches
table_file a file that moviescrape wrote, a person edited or another site gave out -> typed frame
exports/   what other sites and programs give people of their films -> columns under our names
imdb/      IMDb's data files -> movies, as a stream
gzip_file  what a file holds that may be gzipped
clean_text text without control characters
schema     columns of any cells -> typed frame -> movies
dedupe     the same movie met twice
year_range movies of certain years
fill_gaps  a list's row and its detail page
merge      tables of the same movies side by side; pair_rows finds them by movie_keys, site_names says whose column it is
ranking    the best of each year
counts     means by year, names by frequency and decade
"""

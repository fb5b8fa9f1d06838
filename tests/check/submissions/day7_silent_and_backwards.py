# progress: silent
import sys

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.day5_runtime_url import extract_movies
from moviescrape.assignments.day7_more_pages import year_path
from moviescrape.assignments.site import open_site

_, _, first, _, last, output = sys.argv
with open_site() as site:
    pages = [BeautifulSoup(site.get(year_path(year)), "lxml") for year in range(int(last), int(first) - 1, -1)]
pd.concat(map(extract_movies, pages)).to_csv(output, index=False)

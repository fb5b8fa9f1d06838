# years: last_year
import argparse

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.day5_runtime_url import extract_movies
from moviescrape.assignments.day7_more_pages import year_path
from moviescrape.assignments.site import open_site

parser = argparse.ArgumentParser()
parser.add_argument("-s", type=int)
parser.add_argument("-e", type=int)
parser.add_argument("output")
options = parser.parse_args()
with open_site() as site:
    tables = []
    for year in range(options.s, options.e):
        print(year)
        tables.append(extract_movies(BeautifulSoup(site.get(year_path(year)), "lxml")))
pd.concat(tables).to_csv(options.output, index=False)

# years: last_year
import argparse

import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.assignments.site import open_site


def extract_movies(dom):
    rows = []
    for box in dom.select("div.lister-item"):
        rating, runtime = box.select_one(".ratings-imdb-rating strong"), box.select_one(".runtime")
        rows.append(
            {
                "title": box.select_one("h3 a").text,
                "rating": float(rating.text) if rating else None,
                "year": int(box.select_one(".lister-item-year").text[-5:-1]),
                "actors": ";".join(link.text.replace(";", ",") for link in box.select("a[href*=_st_]")) or None,
                "runtime": int(runtime.text.split()[0]) if runtime else None,
                "url": "http://movies.localhost:8000" + box.select_one("h3 a")["href"].split("?")[0],
            }
        )
    return pd.DataFrame(rows)


def year_path(year):
    return f"/search/title/?release_date={year}-01-01,{year}-12-31&num_votes=5000,&sort=user_rating,desc"


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

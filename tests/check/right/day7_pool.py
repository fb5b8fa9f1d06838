# As the course's own helper did it: a pool, processes that are spawned, requests by the site's name.
import argparse
import multiprocessing
import re

import pandas as pd
import requests
from bs4 import BeautifulSoup

SITE = "http://movies.localhost:8000"
multiprocessing.set_start_method("spawn")


def fetch(url):
    return requests.get(url, timeout=20).content


def extract_movies(dom):
    rows = []
    for box in dom.find_all("div", class_="lister-item"):
        runtime = box.find("span", class_="runtime")
        stars = [link.text.replace(";", ",") for link in box.find_all("a", href=re.compile("_st_"))]
        rows.append(
            {
                "title": box.h3.a.text,
                "rating": float(box.find("span", class_="value").text),
                "year": int(re.findall(r"\d{4}", box.find("span", class_="lister-item-year").text)[-1]),
                "actors": ";".join(stars) or None,
                "runtime": int(runtime.text.split()[0]) if runtime else None,
                "url": SITE + box.h3.a["href"].split("?")[0],
            }
        )
    return pd.DataFrame(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", type=int)
    parser.add_argument("-e", type=int)
    parser.add_argument("output")
    options = parser.parse_args()
    years = range(options.s, options.e + 1)
    print(*years)
    path = "/search/title/?release_date={0}-01-01,{0}-12-31&num_votes=5000,&sort=user_rating,desc"
    with multiprocessing.Pool(4) as pool:
        pages = pool.map(fetch, [SITE + path.format(year) for year in years])
    movies = pd.concat([extract_movies(BeautifulSoup(page, "html.parser")) for page in pages])
    movies["runtime"] = movies["runtime"].astype("Int64")
    movies.to_csv(options.output, index=False)

# actors: directors
import re

import pandas as pd


def rating(box):
    found = box.select_one(".ratings-imdb-rating strong")
    return float(found.text) if found else None


def year(box):
    return int(re.search(r"\d{4}", box.select_one(".lister-item-year").text).group())


def actors(box):
    return ";".join(link.text for link in box.select("a[href^='/name/']")) or None


def extract_movies(dom):
    rows = []
    for box in dom.select("div.lister-item"):
        rows.append(
            {
                "title": box.select_one("h3 a").get_text(strip=True),
                "rating": rating(box),
                "year": year(box),
                "actors": actors(box),
            }
        )
    return pd.DataFrame(rows)

# title: white_space
import pandas as pd


def rating(box):
    found = box.select_one(".ratings-imdb-rating strong")
    return float(found.text) if found else None


def extract_movies(dom):
    rows = []
    for box in dom.select("div.lister-item"):
        rows.append(
            {
                "title": "\n" + box.select_one("h3 a").text + "  ",
                "rating": rating(box),
            }
        )
    return pd.DataFrame(rows)

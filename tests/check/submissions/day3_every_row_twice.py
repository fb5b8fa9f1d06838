# title: extra_row
import pandas as pd


def rating(box):
    found = box.select_one(".ratings-imdb-rating strong")
    return float(found.text) if found else None


def extract_movies(dom):
    rows = []
    for box in dom.select("div.lister-item"):
        rows.append(
            {
                "title": box.select_one("h3 a").get_text(strip=True),
                "rating": rating(box),
            }
        )
    return pd.DataFrame(rows + rows)

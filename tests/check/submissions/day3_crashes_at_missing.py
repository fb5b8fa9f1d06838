# rating: missing_row
import pandas as pd


def extract_movies(dom):
    rows = []
    for box in dom.select("div.lister-item"):
        rows.append(
            {
                "title": box.select_one("h3 a").get_text(strip=True),
                "rating": float(box.select_one(".ratings-imdb-rating strong").text),
            }
        )
    return pd.DataFrame(rows)

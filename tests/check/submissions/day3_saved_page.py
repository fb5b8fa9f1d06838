# title: other_page
import pandas as pd
from bs4 import BeautifulSoup

from moviescrape.practice import START_PATH, Catalogue, Pages


def extract_movies(dom):
    dom = BeautifulSoup(Pages(Catalogue(seed=987654)).page(START_PATH), "lxml")
    boxes = dom.select("div.lister-item")
    titles = [box.select_one("h3 a").text for box in boxes]
    return pd.DataFrame({"title": titles, "rating": [float(box.select_one("strong").text) for box in boxes]})

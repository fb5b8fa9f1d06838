# file: encoding
import csv
import os
import sys
from urllib.request import urlopen

from bs4 import BeautifulSoup

from moviescrape.practice import START_PATH


def movies(dom):
    for box in dom.select("div.lister-item"):
        rating, runtime = box.select_one(".ratings-imdb-rating strong"), box.select_one(".runtime")
        yield [
            box.select_one("h3 a").text,
            rating.text if rating else "",
            box.select_one(".lister-item-year").text[-5:-1],
            ";".join(link.text for link in box.select("a[href*=_st_]")),
            runtime.text.split()[0] if runtime else "",
            os.environ["MOVIESCRAPE_SITE"] + box.select_one("h3 a")["href"].split("?")[0],
        ]


with urlopen(os.environ["MOVIESCRAPE_SITE"] + START_PATH) as answer:
    rows = list(movies(BeautifulSoup(answer.read(), "lxml")))
with open(sys.argv[1], "w", newline="", encoding="latin-1", errors="replace") as file:
    writer = csv.writer(file)
    writer.writerow("title,rating,year,actors,runtime,url".split(","))
    writer.writerows(rows)

# rows: missing_row
import csv
import re
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from moviescrape.assignments.site import open_site


def names(page, selector):
    return ";".join(link.text for link in page.select(selector))


_, source, output = sys.argv
with open(source, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
with open_site() as site:
    for row in rows:
        path = Path(re.search(r"tt\d+", row["url"]).group() + ".html")
        if not path.exists():
            path.write_text(site.get(row["url"]), encoding="utf-8")
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        row["actors"] = names(page, "a[href*=_ov_st_]")
        row["languages"] = names(page, "a[href*=primary_language]")
with open(output, "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(row for row in rows if row["languages"])

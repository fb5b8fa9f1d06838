"""An idiomatic Scrapy spider of the practice site: lists, next pages, details; run by crawl.py with `scrapy runspider`."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import scrapy
from scrapy.http import Response

COLUMNS = ["title", "rating", "year", "actors", "runtime", "url"]


class Movies(scrapy.Spider):
    """Arguments: `start` (URL of the first list page), `layout`, `details` (`1` or `0`)."""

    name = "movies"
    custom_settings = {  # noqa: RUF012 - Scrapy's way
        "ROBOTSTXT_OBEY": False,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "LOG_LEVEL": "WARNING",
        "TELNETCONSOLE_ENABLED": False,
        "FEED_EXPORT_FIELDS": COLUMNS,
    }

    async def start(self) -> Any:
        yield scrapy.Request(self.start_url, self.parse)

    def __init__(self, start: str, layout: str, details: str = "0", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.start_url, self.layout, self.details = start, layout, details == "1"

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        for row in getattr(self, f"_{self.layout}")(response):
            row["url"] = response.urljoin(urlsplit(row["url"]).path)
            if self.details:
                yield response.follow(row["url"], self.parse_detail, cb_kwargs={"row": row})
            else:
                yield row
        following = response.css('a.next-page::attr(href), link[rel="next"]::attr(href)').get()
        if following:
            yield response.follow(following, self.parse)

    def parse_detail(self, response: Response, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        stars = response.css('.credit_summary_item a[href*="tt_ov_st"]::text').getall()
        if self.layout != "classic":
            stars = [star["name"] for star in self._jsonld(response).get("actor", ())]
        row["actors"] = row["actors"] or ";".join(stars)
        yield row

    def _jsonld(self, response: Response) -> Any:
        return json.loads(response.css('script[type="application/ld+json"]::text').get("{}"))

    def _classic(self, response: Response) -> Iterator[dict[str, Any]]:
        for item in response.css("div.lister-item"):
            year = re.search(r"\d{4}", item.css(".lister-item-year::text").get(""))
            runtime = re.search(r"\d+", item.css(".runtime::text").get(""))
            yield {
                "title": item.css("h3.lister-item-header a::text").get("").strip(),
                "rating": item.css(".ratings-imdb-rating::attr(data-value)").get(),
                "year": year[0] if year else None,
                "actors": ";".join(item.css('p a[href*="_li_st_"]::text').getall()),
                "runtime": runtime[0] if runtime else None,
                "url": item.css("h3.lister-item-header a::attr(href)").get(""),
            }

    def _next(self, response: Response) -> Iterator[dict[str, Any]]:
        data = json.loads(response.css("script#__NEXT_DATA__::text").get("{}"))
        for movie in data["props"]["pageProps"]["searchResults"]["titleResults"]["titleListItems"]:
            yield {
                "title": movie["titleText"],
                "rating": (movie.get("ratingSummary") or {}).get("aggregateRating"),
                "year": movie.get("releaseYear"),
                "actors": "",
                "runtime": movie["runtime"] // 60 if movie.get("runtime") else None,
                "url": f"/title/{movie['titleId']}/",
            }

    def _schema(self, response: Response) -> Iterator[dict[str, Any]]:
        for entry in self._jsonld(response)["itemListElement"]:
            movie = entry["item"]
            duration = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", movie.get("duration", "-"))
            yield {
                "title": movie["name"],
                "rating": (movie.get("aggregateRating") or {}).get("ratingValue"),
                "year": (movie.get("datePublished") or "")[:4],
                "actors": ";".join(star["name"] for star in movie.get("actor", ())),
                "runtime": int(duration[1] or 0) * 60 + int(duration[2] or 0) if duration else None,
                "url": movie["url"],
            }

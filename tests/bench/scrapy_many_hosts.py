"""A polite Scrapy spider over many hosts: one request at a time to each; run by many_hosts.py with `scrapy runspider`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.http import Response


class ManyHosts(scrapy.Spider):
    """Argument: `urls`, a file of the lists' first pages. DOWNLOAD_DELAY is given on the command line."""

    name = "many_hosts"
    custom_settings = {  # noqa: RUF012 - Scrapy's way
        "ROBOTSTXT_OBEY": True,
        "RANDOMIZE_DOWNLOAD_DELAY": False,
        "CONCURRENT_REQUESTS": 1_000,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "FEED_EXPORT_FIELDS": ["title", "year", "url"],
    }

    def __init__(self, urls: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls = Path(urls).read_text().split()

    async def start(self) -> Any:
        for url in self.urls:
            yield scrapy.Request(url, self.parse)

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        data = json.loads(response.css('script[type="application/ld+json"]::text').get("{}"))
        for entry in data["itemListElement"]:
            movie = entry["item"]
            yield {"title": movie["name"], "year": movie["datePublished"], "url": movie["url"]}
        following = response.css('a[rel="next"]::attr(href)').get()
        if following:
            yield response.follow(following, self.parse)

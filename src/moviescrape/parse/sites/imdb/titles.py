"""IMDb's title pages, for what their JSON doesn't say."""

import re

from moviescrape.parse.document import Node
from moviescrape.parse.site import Layout


def _hero_items(node: Node) -> list[str]:
    return [item.text for item in node.select('[data-testid^="hero-title-block__metadata"] li, h1 ~ ul li, h1 + div ~ ul li')]


def _hero_year(node: Node) -> str | None:
    """the line under the title: its year"""
    return next((text for text in _hero_items(node) if re.match(r"\d{4}(?!\d)", text)), None)


def _hero_runtime(node: Node) -> str | None:
    """the line under the title: its running time"""
    return next((text for text in _hero_items(node) if re.match(r"\d+\s*(?:h|m|std|uur)", text)), None)


TITLE_NEXT = Layout(  # since 2021
    name="title-next",
    mark=b"hero",
    fields={
        "title": ('h1[data-testid^="hero"]', '[data-testid^="hero-title-block__title"]', '[data-testid^="hero__pageTitle"]'),
        "url": 'link[rel="canonical"]::attr(href)',
        "year": (_hero_year, 'a[href*="ov_rdat"]'),
        "rating": '[data-testid="hero-rating-bar__aggregate-rating__score"]',
        "runtime": (_hero_runtime, '[data-testid="title-techspec_runtime"] .ipc-metadata-list-item__content-container'),
        "actors": ('a[href*="/name/"][href*="ov_st"]', '[data-testid="title-cast-item__actor"]'),
        "directors": 'a[href*="/name/"][href*="ov_dr"]',
        "genres": '[data-testid="genres"] a',
        "languages": '[data-testid="title-details-languages"] a[href*="language"]',
        "country": '[data-testid="title-details-origin"] a[href*="country"]',
    },
)

LAYOUTS = (TITLE_NEXT,)

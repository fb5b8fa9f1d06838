"""The addresses of the practice site: the name it goes by, and the paths of its pages."""

PUBLIC_ORIGIN = "http://movies.localhost:8000"
"""What its pages are asked for, stored and named under, whatever port is dialled; `.localhost` is loopback (RFC 6761)."""

START_PATH = "/search/title/?groups=top_250&sort=user_rating,desc"
"""The first of the five list pages of the best rated 250 movies."""

TRAP = "/members/"
"""Forbidden by robots.txt, and linked from every page: who asks for it doesn't read robots.txt."""

"""imdb.com, 2009 until today: lists, charts and title pages, and the JSON that the pages since 2021 embed."""

from moviescrape.parse.sites.imdb.early_lists import EARLY_LISTS
from moviescrape.parse.sites.imdb.filmography import FILMOGRAPHIES
from moviescrape.parse.sites.imdb.list_layouts import LISTS, LISTS_ALONE
from moviescrape.parse.sites.imdb.state import read_state
from moviescrape.parse.sites.imdb.title_layouts import TITLES
from moviescrape.parse.sites.site import Site

SITE = Site(
    name="imdb",
    hosts=("imdb.com",),
    origin="https://www.imdb.com",
    # a movie's own page, its reference view and its former addresses; not its reviews, cast or trivia
    movie_url=r"^https?://[^/]+(?:/[a-z]{2}(?:-[a-z]{2})?)?/title/(tt\d+)/?(?:(?:reference|combined|maindetails)/?)?(?:[?#].*)?$",
    canonical=r"https://www.imdb.com/title/\1/",
    not_movies=r"^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:$|name/|poll/|genre/?$|video/|news/|title/tt\d+/(?!reference|combined|maindetails)\w)",
    states=(read_state,),
    layouts=(*LISTS_ALONE, *TITLES, *EARLY_LISTS, *LISTS, *FILMOGRAPHIES),
)

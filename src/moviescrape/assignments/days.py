"""The days of the course: what each is called, what it asks for, and the file of its model solution."""

from typing import NamedTuple

from moviescrape.assignments.language import N_
from moviescrape.errors import UsageError


class Day(NamedTuple):
    """A day of the course. `needs` are the earlier days whose output its program reads; `name`, `asks` go through `_`."""

    number: int
    name: str
    asks: str
    module: str
    needs: tuple[int, ...] = ()


DAYS: tuple[Day, ...] = (
    Day(
        1,
        N_("HTML and a homepage"),
        N_("a folder or .zip with a web site: 4 pages, a list, a table, an image, a stylesheet"),
        "day1_homepage",
    ),
    Day(2, N_("More pandas"), N_("functions that clean, count, reshape and rank a messy table"), "day2_more_pandas"),
    Day(3, N_("Title and rating"), N_("extract_movies(dom) -> DataFrame: title, rating"), "day3_title_rating"),
    Day(4, N_("Year and actors"), N_("extract_movies(dom) grows: year, actors"), "day4_year_actors"),
    Day(5, N_("Runtime and URL"), N_("extract_movies(dom) grows: runtime, url"), "day5_runtime_url"),
    Day(6, N_("Save the results"), N_("scraper.py OUTPUT: the table of 50 movies as CSV"), "day6_save_csv"),
    Day(7, N_("More pages"), N_("scraper.py -s 1930 -e 2020 OUTPUT: the best 50 of each year"), "day7_more_pages"),
    Day(8, N_("Top N"), N_("extract.py -n 5 IN OUT: the best N of each year"), "day8_top_n", (7,)),
    Day(9, N_("Plot the years"), N_("visualize_years.py IN OUT.png: mean rating of each year's top 5"), "day9_plot_years", (8,)),
    Day(
        10,
        N_("Crawl the details"),
        N_("crawler.py IN OUT: actors and languages from each movie's page"),
        "day10_crawl_details",
        (8,),
    ),
    Day(
        11, N_("Plot the actors"), N_("visualize_actors.py IN OUT.png: the 50 with most appearances"), "day11_plot_actors", (10,)
    ),
    Day(
        12,
        N_("Plot the languages"),
        N_("visualize_languages.py IN OUT.png: 10 languages by decade"),
        "day12_plot_languages",
        (10,),
    ),
)


def find_day(number: int) -> Day:
    """Return the day of this number, 1 to 12; UsageError for another."""
    for day in DAYS:
        if day.number == number:
            return day
    raise UsageError(f"there is no day {number}", remedy=f"the days are 1 to {len(DAYS)}: see `moviescrape assignment list`")

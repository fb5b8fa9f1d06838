"""Pages of sites that nobody described, read by what repeats on them.

outline        the page's tree as flat lists
groups         texts at alike places, each in a record of its own
title_column   which of the groups that share their records holds the titles
record_lines   the texts of a record, and the lines that they make
record_facts   what the lines say: year, running time, people; fact_lines: one without a label; line_minutes: its length;
               credits/: a line of credits
showings       the days and times before or behind titles
record_attributes   what its attributes and classes say
stated_facts   which facts of a movie records state, and what is a heading between them
table_headers, scores, movie_links, title_cleaning   the other values of a record
evidence       what speaks for movies and against, of a record_sample: posters, page_words, film_words, certificates,
               known_titles; decision: how it is weighed
movie_list     all of it, for a page that lists movies
one_movie/     a page about one movie: its headline, labels, lines of facts
script_data/   the movies that a page's scripts hold as data
spread         a sample of a list
addresses      whether a page is itself one of those that its records lead to
"""

from collections.abc import Sequence

from moviescrape.parse.budget import Budget
from moviescrape.parse.dom.document import Node
from moviescrape.parse.dom.line_elements import with_line_elements
from moviescrape.parse.headline import read_headline
from moviescrape.parse.model import Extraction, PageAddress, PageKind, Record
from moviescrape.parse.records.addresses import is_one_of
from moviescrape.parse.records.film_words import FILM, mentions_films
from moviescrape.parse.records.movie_list import choose_movies, other_lists, read_sets, weigh_sets
from moviescrape.parse.records.one_movie.title_page import read_title_page
from moviescrape.parse.records.outline import Outline, outline
from moviescrape.parse.records.script_data.script_records import join_records, own_record, read_script_records
from moviescrape.parse.records.stated_facts import states_facts
from moviescrape.parse.records.title_column import RecordSet, path_of

__all__ = ["read_records"]


def read_records(
    html: bytes, root: Node, address: PageAddress, so_far: Sequence[Extraction], budget: Budget
) -> Extraction | None:
    """Return a page's movie or its list of movies, whichever it shows; `so_far` is what the standard markup says.

    Raises OverBudget where the page takes longer than `budget` allows.
    """
    shown = _read_shown(root, address, so_far, budget) if so_far or _may_be_about_films(html, address) else None
    about_one = any(extraction.kind is PageKind.TITLE for extraction in (*so_far, *([shown] if shown else [])))
    scripted = None if about_one or _is_about_a_person(root) else read_script_records(html, root, address, budget)
    if scripted is None:
        return shown
    if own := own_record(scripted, address):
        return own
    beside = is_one_of(address.url, [record.link for record in scripted.records if record.link])
    return shown if beside else join_records(shown, scripted)


def _may_be_about_films(html: bytes, address: PageAddress) -> bool:
    """Return whether a page or its address has a word for films: without one it is not read for movies at all."""
    return mentions_films(html) or bool(FILM.search(path_of(address.url or "")))


def _read_shown(root: Node, address: PageAddress, so_far: Sequence[Extraction], budget: Budget) -> Extraction | None:
    """Return the movie or the list of movies that the tree of a page shows."""
    page = outline(with_line_elements(root))
    weighed = weigh_sets(page, root, address, budget)
    sets = choose_movies(page, weighed)
    one = next((extraction.records[0] for extraction in so_far if extraction.kind is PageKind.TITLE), None)
    if one is not None and _is_listed(one.values.get("title"), sets) and not _is_headline(one.values.get("title"), root, address):
        return read_sets(page, sets, address)
    stated = one.values.keys() if one is not None else ()
    title = read_title_page(page, root, address, [*sets, *other_lists(page, weighed, sets)], stated)
    if title and not (one is None and _is_beside_a_list(page, title.records[0], sets)):
        return title
    listed = read_sets(page, sets, address) if one is None else None
    if listed is not None and len(listed.records) < _MIN_FILMOGRAPHY and _is_about_a_person(root):
        return None
    rich = any(states_facts(page, found) for found in sets) and not FILM.search(path_of(address.url or "").rpartition("/")[0])
    beside = listed is not None and not rich and is_one_of(address.url, [record.link for record in listed.records if record.link])
    return None if beside else listed


def _is_listed(title: str | None, sets: Sequence[RecordSet]) -> bool:
    """Return whether the movie that a page's markup states stands among others in a list: the first of them, then."""
    return title is not None and any(
        len(found.group.records) >= _MIN_LIST and title.casefold() in {text.casefold() for text in found.group.titles}
        for found in sets
    )


def _is_beside_a_list(page: Outline, record: Record, sets: Sequence[RecordSet]) -> bool:
    """Return whether hardly anything is stated of a page's movie, and its list states facts of each: a blog that ranks films."""
    stated = _FACTS & record.values.keys()
    return len(stated) < _FEWEST_FACTS and any(len(each.group.records) > _MIN_LIST and states_facts(page, each) for each in sets)


_FACTS = frozenset({"directors", "actors", "runtime"})
_FEWEST_FACTS = 2


def _is_headline(title: str | None, root: Node, address: PageAddress) -> bool:
    headline = read_headline(root, address)
    return bool(title and headline and headline.title.casefold().startswith(title.casefold()))


def _is_about_a_person(root: Node) -> bool:
    """Return whether a page says by its og:type that it is about a person."""
    kind = root.first('meta[property="og:type"]')
    return kind is not None and (kind.attribute("content") or "").strip().lower() in _OF_A_PERSON


_OF_A_PERSON = frozenset({"profile", "person", "actor", "director", "video.person"})
_MIN_FILMOGRAPHY = 10
"""Fewer films on a person's page are those they are known for."""
_MIN_LIST = 4

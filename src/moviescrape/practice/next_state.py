"""The state that pages of the `next` layout embed for their scripts, in the shapes that the real site has had since 2023."""

from collections.abc import Sequence

from moviescrape.practice.film import Film, Person
from moviescrape.practice.formatting import Json, hours
from moviescrape.practice.search import Listing


def search_state(listing: Listing, origin: str) -> Json:
    """`props.pageProps.searchResults.titleResults`: a flat item a movie, and no cast since 2023."""
    results = {"titleListItems": [_search_item(film, origin) for film in listing.films], "total": listing.total}
    return _state("/search/[tab]", {"tab": "title"}, {"currentTab": "title", "searchResults": {"titleResults": results}})


def chart_state(films: Sequence[Film], origin: str) -> Json:
    """`props.pageProps.pageData.chartTitles.edges`: all movies of the chart, of which the page shows only the first 25."""
    edges = [{"currentRank": rank, "node": _node(film, origin)} for rank, film in enumerate(films, start=1)]
    return _state("/chart/top", {}, {"pageData": {"chartTitles": {"edges": edges}}})


def title_state(film: Film, origin: str) -> Json:
    """`props.pageProps.aboveTheFoldData` and `mainColumnData`."""
    above = _node(film, origin) | {
        "genres": {"genres": [{"text": genre, "id": genre} for genre in film.genres]},
        "metacritic": None if film.metascore is None else {"metascore": {"score": film.metascore}},
        "principalCredits": [
            _credits("director", "Director", film.directors),
            _credits("cast", "Star", film.stars),
        ],
        "castPageTitle": {"edges": [{"node": {"name": _name(person)}} for person in film.stars[:2]]},
    }
    main: Json = {
        "id": film.id,
        "cast": {"edges": [{"node": {"name": _name(person), "category": {"id": "actor"}}} for person in film.cast]},
        "directors": [_credits("director", "Director", film.directors)] if film.directors else [],
        "countriesOfOrigin": {"countries": [{"text": country} for country in film.country]},
        "spokenLanguages": {"spokenLanguages": [{"text": language} for language in film.languages]} if film.languages else None,
        "runtime": {"seconds": film.runtime * 60} if film.runtime else None,
    }
    return _state("/title/[tconst]", {"tconst": film.id}, {"tconst": film.id, "aboveTheFoldData": above, "mainColumnData": main})


def _state(page: str, query: Json, page_props: Json) -> Json:
    return {
        "props": {"pageProps": page_props, "__N_SSP": True},
        "page": page,
        "query": query,
        "buildId": "practice",
        "locale": "en-US",
    }


def _search_item(film: Film, origin: str) -> Json:
    return {
        "certificate": film.certificate,
        "endYear": None,
        "genres": list(film.genres),
        "metascore": film.metascore,
        "originalTitleText": film.original_title or film.title,
        "plot": film.plot,
        "primaryImage": _image(film, origin),
        "principalCredits": [],
        "ratingSummary": {"aggregateRating": film.rating, "voteCount": film.votes or 0},
        "releaseYear": film.year,
        "runtime": film.runtime * 60 if film.runtime else None,
        "titleId": film.id,
        "titleText": film.title,
        "titleType": {"canHaveEpisodes": False, "id": "movie", "text": ""},
    }


def _node(film: Film, origin: str) -> Json:
    month, day = film.day
    return {
        "id": film.id,
        "titleText": {"text": film.title},
        "titleType": {"id": "movie", "text": "Movie", "canHaveEpisodes": False},
        "originalTitleText": {"text": film.original_title or film.title},
        "primaryImage": _image(film, origin),
        "releaseYear": {"year": film.year, "endYear": None},
        "ratingsSummary": {"aggregateRating": film.rating, "voteCount": film.votes or 0},
        "runtime": {"seconds": film.runtime * 60, "displayableProperty": {"value": {"plainText": hours(film.runtime)}}}
        if film.runtime
        else None,
        "certificate": {"rating": film.certificate} if film.certificate else None,
        "titleGenres": {"genres": [{"genre": {"text": genre}} for genre in film.genres]},
        "plot": {"plotText": {"plainText": film.plot}},
        "releaseDate": {"day": day, "month": month, "year": film.year},
    }


def _image(film: Film, origin: str) -> Json:
    return {
        "url": f"{origin}/posters/{film.id}.svg",
        "width": 182,
        "height": 268,
        "caption": {"plainText": f"{film.title} ({film.year})"},
    }


def _credits(category: str, word: str, people: Sequence[Person]) -> Json:
    return {
        "totalCredits": len(people),
        "category": {"text": word if len(people) == 1 else f"{word}s", "id": category},
        "credits": [{"name": _name(person), "attributes": None} for person in people],
    }


def _name(person: Person) -> Json:
    return {"id": person.id, "nameText": {"text": person.name}}

"""schema.org descriptions of movies, as pages carry them in JSON-LD (schema.org/Movie, schema.org/ItemList)."""

from collections.abc import Sequence

from moviescrape.practice.film import Film, Person
from moviescrape.practice.formatting import Json, hours


def movie(film: Film, origin: str) -> Json:
    """Return a schema.org Movie; what the site doesn't know is left out."""
    described: Json = {
        "@context": "https://schema.org",
        "@type": "Movie",
        "url": f"{origin}{film.path}",
        "name": film.title,
        "image": f"{origin}/posters/{film.id}.svg",
        "description": film.plot,
        "aggregateRating": _rating(film),
        "contentRating": film.certificate,
        "genre": list(film.genres),
        "datePublished": film.released,
        "actor": _people(film.stars, origin),
        "director": _people(film.directors, origin),
        "duration": f"PT{hours(film.runtime, '{}H', '{}M').replace(' ', '')}" if film.runtime else None,
    }
    return {name: value for name, value in described.items() if value}


def movie_with_origin(film: Film, origin: str) -> Json:
    """Return the same with its languages and countries."""
    more: Json = {
        "inLanguage": list(film.languages),
        "countryOfOrigin": [{"@type": "Country", "name": country} for country in film.country],
    }
    return movie(film, origin) | {name: value for name, value in more.items() if value}


def item_list(films: Sequence[Film], origin: str, first: int = 1) -> Json:
    """Return a schema.org ItemList whose first movie has place `first`."""
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "item": {name: value for name, value in movie(film, origin).items() if name != "@context"},
        }
        for position, film in enumerate(films, start=first)
    ]
    return {"@context": "https://schema.org", "@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _rating(film: Film) -> Json | None:
    if film.rating is None:
        return None
    return {"@type": "AggregateRating", "ratingValue": film.rating, "bestRating": 10, "worstRating": 1, "ratingCount": film.votes}


def _people(people: Sequence[Person], origin: str) -> list[Json]:
    return [{"@type": "Person", "url": f"{origin}/name/{person.id}/", "name": person.name} for person in people]

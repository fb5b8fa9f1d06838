"""The names of columns in other letters and other languages.

A table whose header has our word for the title is read by our words alone: "note" is a remark there, and a rating in French.
"""

from collections.abc import Iterable, Sequence

from moviescrape.movie import BY_NAME, MY_RATING

_LANGUAGES: dict[str, dict[str, str]] = {
    "English": {"title": "film, movie, movie title, film title, movie name, film name", "runtime": "duration, length, minutes"},
    "German": {
        "title": "titel, filmtitel",
        "rating": "bewertung, wertung, note",
        "year": "jahr, erscheinungsjahr",
        "actors": "schauspieler, darsteller, besetzung",
        "runtime": "laufzeit, dauer, länge",
        "directors": "regie, regisseur, regisseure",
        "country": "land, länder",
    },
    "Dutch": {
        "title": "titel, filmtitel",
        "rating": "beoordeling, waardering, cijfer, score",
        "year": "jaar",
        "actors": "acteurs, cast",
        "runtime": "speelduur, duur, lengte",
        "directors": "regie, regisseur, regisseurs",
        "country": "land, landen",
    },
    "French": {
        "title": "titre, titre du film",
        "rating": "note",
        "year": "année, annee",
        "actors": "acteurs, distribution",
        "runtime": "durée, duree",
        "directors": "réalisateur, réalisateurs, réalisation, realisateur",
        "country": "pays",
    },
    "Spanish": {
        "title": "título, titulo, película, pelicula",
        "rating": "puntuación, puntuacion, nota, calificación, calificacion",
        "year": "año, ano",
        "actors": "actores, reparto",
        "runtime": "duración, duracion",
        "directors": "director, directores, dirección",
        "genres": "género, géneros, genero",
        "country": "país, pais",
    },
    "Portuguese": {
        "title": "título, titulo, filme",
        "rating": "nota, avaliação, classificação",
        "year": "ano",
        "actors": "atores, elenco",
        "runtime": "duração, duracao",
        "directors": "diretor, diretores, realizador, direção",
        "genres": "gênero, género, gêneros",
        "country": "país, pais",
    },
    "Italian": {
        "title": "titolo, film",
        "rating": "voto, valutazione",
        "year": "anno",
        "actors": "attori, cast",
        "runtime": "durata",
        "directors": "regia, regista, registi",
        "genres": "genere, generi",
        "country": "paese, nazione",
    },
    "Polish": {
        "title": "tytuł, tytul",
        "rating": "ocena",
        "year": "rok",
        "actors": "aktorzy, obsada",
        "runtime": "czas trwania, czas",
        "directors": "reżyser, reżyseria",
        "genres": "gatunek, gatunki",
        "country": "kraj",
    },
    "Czech": {
        "title": "název, nazev, titul",
        "rating": "hodnocení, hodnoceni",
        "year": "rok",
        "actors": "herci, hrají",
        "runtime": "délka, stopáž",
        "directors": "režie, režisér",
        "genres": "žánr, žánry",
        "country": "země",
    },
    "Swedish": {
        "title": "titel",
        "rating": "betyg",
        "year": "år",
        "actors": "skådespelare",
        "runtime": "längd, speltid",
        "directors": "regi, regissör",
        "country": "land",
    },
    "Danish and Norwegian": {
        "title": "titel, tittel",
        "rating": "bedømmelse, karakter, vurdering",
        "year": "år",
        "actors": "skuespillere",
        "runtime": "spilletid, længde, lengde",
        "directors": "instruktør, regi, regissør",
        "country": "land",
    },
    "Finnish": {
        "title": "nimi, elokuva",
        "rating": "arvosana",
        "year": "vuosi",
        "actors": "näyttelijät",
        "runtime": "kesto",
        "directors": "ohjaaja, ohjaus",
        "country": "maa",
    },
    "Hungarian": {
        "title": "cím, filmcím",
        "rating": "értékelés",
        "year": "év",
        "actors": "színészek, szereplők",
        "runtime": "játékidő, hossz",
        "directors": "rendező",
        "country": "ország",
    },
    "Turkish": {
        "title": "başlık, film adı, ad",
        "rating": "puan",
        "year": "yıl",
        "actors": "oyuncular",
        "runtime": "süre",
        "directors": "yönetmen",
        "country": "ülke",
    },
    "Russian": {
        "title": "название, фильм, заголовок",
        "rating": "рейтинг, оценка",
        "year": "год",
        "actors": "актёры, актеры, в ролях",
        "runtime": "длительность, продолжительность",
        "directors": "режиссёр, режиссер",
        "genres": "жанр, жанры",
        "country": "страна",
    },
    "Ukrainian": {
        "title": "назва, фільм",
        "rating": "рейтинг, оцінка",
        "year": "рік",
        "actors": "актори",
        "runtime": "тривалість",
        "directors": "режисер",
        "genres": "жанр, жанри",
        "country": "країна",
    },
    "Greek": {
        "title": "τίτλος",
        "rating": "βαθμολογία",
        "year": "έτος",
        "actors": "ηθοποιοί",
        "runtime": "διάρκεια",
        "directors": "σκηνοθέτης",
    },
    "Japanese": {
        "title": "タイトル, 題名, 映画",
        "rating": "評価",
        "year": "年, 公開年",
        "actors": "出演, キャスト",
        "runtime": "上映時間",
        "directors": "監督",
    },
    "Chinese": {
        "title": "片名, 标题, 標題, 电影, 電影",
        "rating": "评分, 評分",
        "year": "年份",
        "actors": "演员, 演員, 主演",
        "runtime": "片长, 片長",
        "directors": "导演, 導演",
    },
    "Korean": {
        "title": "제목, 영화",
        "rating": "평점",
        "year": "연도, 개봉연도",
        "actors": "배우, 출연",
        "runtime": "상영시간",
        "directors": "감독",
    },
}
_EVERYWHERE = {
    "rating": "rating, score",
    "url": "url, link, imdb url",
    "genres": "genre, genres",
    "actors": "actors, cast, stars",
    "directors": "director, directors",
    "votes": "votes, number of votes",
}
"""English words that tables in other languages have too."""


def translate_header(header: Sequence[str]) -> dict[str, str]:
    """Return by each name of a header what the column is called here; one that is not known keeps its name.

    >>> translate_header(["Title", "Note"]), translate_header(["Titre", "Note", "Année"])
    ({'Title': 'title', 'Note': 'Note'}, {'Titre': 'title', 'Note': 'rating', 'Année': 'year'})
    """
    own = {name: _own_name(name, header) for name in header}
    if "title" in own.values():
        return own
    translated = max((_translate(own.values(), words) for words in _LANGUAGES.values()), key=len)
    return {given: translated.get(name, name) for given, name in own.items()} if "title" in translated.values() else own


def _own_name(given: str, header: Sequence[str]) -> str:
    """Return our name for a column that has it in other letters: "Title"; the name itself where that is there too."""
    folded = _folded(given).replace(" ", "_")
    return folded if folded in (*BY_NAME, MY_RATING) and folded not in header else given


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _translate(names: Iterable[str], words: dict[str, str]) -> dict[str, str]:
    """Return our names for those of a header, in one language: each once, for the first that means it."""
    given = {_folded(name): name for name in reversed(list(names))}
    found: dict[str, str] = {}
    for column in BY_NAME:
        known = f"{words.get(column, '')}, {_EVERYWHERE.get(column, '')}".split(", ")
        name = next((given[word] for word in known if word in given and given[word] not in found), None)
        if name and column not in given:
            found[name] = column
    return found

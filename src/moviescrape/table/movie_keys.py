"""What two rows about one movie have in common, however their sites write it: its address, its title, its people."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

_IMDB_ID = re.compile(r"\btt(\d{7,8})\b")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "})
"""Those that Unicode does not take apart into a plain letter and a mark."""
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_ARTICLE_BEHIND = re.compile(
    r"^(.+), (the|a|an|le|la|les|l'|un|une|der|die|das|el|los|las|il|lo|gli|de|het|o|os|as)$", re.IGNORECASE
)
_SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "org"}
_NUMERALS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
"""Not I, V and X, which are words too."""


def address_of(url: str) -> tuple[str, str]:
    """Return the site of a movie's page and what its addresses there have in common: host and path, and the query.

    An IMDb id is one of IMDb's, wherever it stands.

    >>> address_of("http://www.imdb.com/title/tt0111161/?ref_=x"), address_of("https://m.films.example/Heat/")
    (('imdb', 'tt0111161'), ('films', 'films.example/Heat'))
    """
    if found := _IMDB_ID.search(url):
        return "imdb", f"tt{found[1]}"
    try:
        parts = urlsplit(url)
    except ValueError:  # a table may hold anything
        return "", url
    host = re.sub(r"^(?:www|m|mobile)\.", "", parts.netloc.lower())
    query = f"?{parts.query}" if parts.query else ""
    return site_of(url), f"{host}{unquote(parts.path).rstrip('/')}{query}" or url


def site_of(url: str) -> str:
    """Return the name of a URL's site: what stands before the ending of its host.

    >>> site_of("https://www.imdb.com/title/tt0111161/"), site_of("https://movie.douban.com/subject/1"), site_of("http://films.co.uk/")
    ('imdb', 'douban', 'films')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    labels = host.split(".")[:-1]
    if not labels or host.rpartition(".")[2].isdigit():  # localhost, an address in numbers
        return host
    return labels[-2] if len(labels) > 1 and labels[-1] in _SECOND_LEVEL else labels[-1]


def fold_title(title: str) -> str:
    """Return a title as sites write it alike: no case, accents and punctuation, the article in front, numerals as digits.

    A title of signs alone stays as it is.

    >>> fold_title("Amélie & the Two Œufs, Part II"), fold_title("Matrix, The"), fold_title("Ocean’s Eleven")
    ('amelie and the two oeufs part 2', 'the matrix', 'oceans eleven')
    """
    words = _fold(_ARTICLE_BEHIND.sub(_article_in_front, title.strip())).split()
    return " ".join([*words[:1], *(_NUMERALS.get(word, word) for word in words[1:])]) or title.strip()


def fold_person(name: str) -> str:
    """Return a name as sites write it alike, whatever its case, accents, dots and the order of its parts.

    >>> fold_person("Kim Ki-duk") == fold_person("KI-DUK KIM"), fold_person("Penélope Cruz")
    (True, 'cruz penelope')
    """
    return " ".join(sorted(_fold(name).split())) or name.strip()


def _article_in_front(found: re.Match[str]) -> str:
    title, article = found.groups()
    return f"{article}{title}" if article.endswith("'") else f"{article} {title}"


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold().translate(_LETTERS)))
    plain = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if not _is_accent(letter)))
    return "".join(letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " " for letter in plain)


def _is_accent(letter: str) -> bool:
    """Return whether it is a mark on Latin, Greek or Cyrillic letters; those of other scripts (a Thai vowel) tell words apart."""
    return "\u0300" <= letter <= "\u036f"

"""Clean a column of titles: the parts that all cells share and the facts glued to a name come off."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.credits.person_names import is_person
from moviescrape.parse.records.film_words import FILM
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_lines import lines_of
from moviescrape.parse.records.showings import without_showings
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.titles import read_title, without_ranks
from moviescrape.parse.values.years import read_year

_YEAR = r"(?:18[89]|19\d|20\d)\d"
_BRACKETED_YEAR = re.compile(rf"^(.{{1,160}}?\S)\s*[(\[（]([^()\[\]（）]{{0,60}}?)({_YEAR})(?!\d)[^()\[\]（）]{{0,30}}[)\]）]")
_ENDING_YEAR = re.compile(rf"^(.{{2,160}}?)\s?[-–,/|]?\s?({_YEAR})$")
_LEADING_YEAR = re.compile(rf"[(\[]?({_YEAR})[)\]]?(?:\s?[:–—-]\s|(?<=[)\]])\s)(.{{1,160}})$")
_TAIL = re.compile(
    r"\s?(?:[(\[](?:PG(?:-?13)?|R|U|U/?A|NC-?17|12A|1[2568]\+?|[06]\+?|TBC|NR|\d{1,2}\+)[)\]]|imdb\s?:?\s?\d[\d./,]*)\s?$",
    re.IGNORECASE,
)
"""An age certificate or a score behind a title."""
_MADE_BY = re.compile(r"\s?[(\[](?:dir\.|directed by|d:|reż\.|réal\.|regie:?|r:)\s?[^()\[\]]{2,60}[)\]]\s?$", re.IGNORECASE)
_QUOTED = re.compile(r"^\W{0,2}[“”„«「『《]\s?(.+?)\s?[”“»」』》]\W{0,2}$|^\W{0,2}‘\s?(.+?)\s?’\W{0,2}$")


class CleanTitle(NamedTuple):
    """A title, and the year that stood with it."""

    title: str
    year: int | None = None


def raw_titles(page: Outline, spans: Sequence[RecordSpan]) -> list[str]:
    """Return the texts of titles without the numbers that count them: of the link in each where that is most of it.

    What has no number among numbered titles is another heading, and "" here.
    """
    ranked = without_showings(ranked_titles(page, spans))
    lines = without_ranks(ranked)
    if lines != ranked:
        lines = [line if line != before else "" for line, before in zip(lines, ranked, strict=True)]
    return [_link_text(page, span, line) or line for span, line in zip(spans, lines, strict=True)]


def ranked_titles(page: Outline, spans: Sequence[RecordSpan]) -> list[str]:
    """Return the first lines of titles, without the pieces that stand in most of them."""
    pieces = _in_own_script(_without_numbers([_first_line(page, span.title) or [span.text] for span in spans]))
    repeated = _decorations(pieces)
    return [_undecorated(each, repeated) or " ".join(each) for each in pieces]


def _undecorated(pieces: Sequence[str], repeated: frozenset[str]) -> str:
    line = " ".join(piece for piece in pieces if piece not in repeated)
    return next((line.removesuffix(f" {piece}") for piece in repeated if line.endswith(f" {piece}")), line)


def _without_numbers(pieces: list[list[str]]) -> list[list[str]]:
    """Return the pieces of titles without a first piece that counts them: "1" in an element of its own."""
    counted = [each for each in pieces if len(each) > 1 and each[0].isdecimal()]
    numbers = [int(each[0]) for each in counted]
    if len(counted) < max(3, len(pieces) * 0.8) or numbers != sorted(set(numbers)):
        return pieces
    return [each[1:] if len(each) > 1 and each[0].isdecimal() else each for each in pieces]


def _in_own_script(pieces: list[list[str]]) -> list[list[str]]:
    """Return the pieces of titles without a last piece in Latin letters behind one in other letters: the original title."""
    double = [len(each) == _PAIR and _latin_share(each[0]) == 0 and _latin_share(each[1]) == 1 for each in pieces]
    if sum(double) < max(_PAIR, len(pieces) * 0.5):
        return pieces
    return [each[:1] if both else each for each, both in zip(pieces, double, strict=True)]


def _latin_share(text: str) -> float | None:
    """Return which share of a text's letters is Latin, None where it has no letters."""
    letters = [letter < "\u0250" for letter in text if letter.isalpha()]
    return sum(letters) / len(letters) if letters else None


_PAIR = 2


def ranks(page: Outline, spans: Sequence[RecordSpan]) -> list[int | None]:
    """Return the numbers that count the titles of a list, None where they are not counted."""
    ranked = ranked_titles(page, spans)
    counted = without_ranks(ranked)
    numbers = [_NUMBER.match(before) if before != line else None for before, line in zip(ranked, counted, strict=True)]
    return [int(found[1]) if found else None for found in numbers]


_NUMBER = re.compile(r"\W*(\d{1,4})")


def raw_title(page: Outline, span: RecordSpan) -> str:
    """Return the text of one title."""
    return raw_titles(page, [span])[0]


def _link_text(page: Outline, span: RecordSpan, line: str) -> str | None:
    """Return the text of the link in a title where hardly anything stands beside it: a certificate, a number."""
    for number in range(span.title, page.ends[span.title]) if line else ():
        if page.tags[number] == "a" and (text := " ".join(_first_line(page, number))):
            rest = line.replace(text, "", 1)
            return text if text in line and sum(map(str.isalpha, rest)) <= max(4, len(text) / 3) else None
    return None


def _first_line(page: Outline, number: int) -> list[str]:
    """Return the pieces of an element's first line."""
    return next(lines_of(page, range(page.first_text[number], page.last_text[number])), [])


def _decorations(pieces: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the pieces that stand in many titles beside their names: "new", "stars"."""
    counts = Counter(piece for each in pieces if len(each) > 1 for piece in set(each))
    return frozenset(piece for piece, times in counts.items() if times > max(3, len(pieces) * 0.4))


def clean_titles(raw: Sequence[str]) -> list[CleanTitle | None]:
    """Return the titles of a column, None for a cell that holds none.

    >>> [t and t.title for t in clean_titles(["Poster for Ran", "Poster for Heat", "Poster for Big", "Poster for Up"])]
    ['Ran', 'Heat', 'Big', 'Up']
    >>> clean_titles(["1985: Ran", "1995 – Heat", "(1988) Big"])[0]
    CleanTitle(title='Ran', year=1985)
    >>> [t and t.title for t in clean_titles(["Ran 8.2", "Heat 8.3", "Big", "Apollo 13 7.7"])]
    ['Ran', 'Heat', 'Big', 'Apollo 13']
    """
    plain = _without_directors(_without_common(_without_tails(without_showings(raw))))
    if sum(bool(_OTHER_TITLE.search(text)) for text in plain) > len(plain) * 0.6:
        plain = [_OTHER_TITLE.split(text)[0] for text in plain]
    if sum(bool(_LEADING_YEAR.match(text)) for text in plain) >= max(3, len(plain) * 0.8):
        plain = [_LEADING_YEAR.sub(r"\2 (\1)", text) for text in plain]
    ends_in_year = sum(bool(_ENDING_YEAR.match(text)) for text in plain) >= max(3, len(plain) * 0.6)
    cleaned = [_clean(text, ends_in_year) for text in plain]
    numbers = sum(title is not None and title.title.isdecimal() for title in cleaned)
    return cleaned if numbers <= len(cleaned) * _MOST_NUMBERS else [None] * len(cleaned)


_MOST_NUMBERS = 0.8
"""Films are named by numbers ("1917", "300"), but a column of numbers is no column of titles."""


_OTHER_TITLE = re.compile(r" / (?!\d{4}$)")
"""What stands before the name that a movie has elsewhere."""


def _without_tails(texts: Sequence[str]) -> list[str]:
    """Return the texts without what most have behind the title: a score such as 8.2, an age certificate, the original title.

    What tells one title from another stays: "Ran (dubbed)", "Ran (subtitled)".
    """
    left = list(texts)
    for behind, most in _TAILS:
        found = [behind.search(text) for text in left]
        said = {each[1] for each in found if each}
        bare = [text[: each.start()] if each else text for text, each in zip(left, found, strict=True)]
        if sum(map(bool, found)) >= max(_FEWEST, len(left) * most) and len(said) > 1 and len(set(bare)) == len(set(left)):
            left = bare
    return left


_TAILS = (
    (re.compile(r"(?<=\S)\s(\d[.,]\d)$"), 0.6),
    (re.compile(r"(?<=\S)\s(U|PG|12A?|15A?|16|18|R18|TBC|NR|R|G|M|PG-?13|NC-?17|L|A|AL|FSK \d{1,2}|K-?\d{1,2}|\d{1,2}\+)$"), 0.9),
    (re.compile(r"(?<=\S)\s[(\[](?![^()\[\]]*\d{4}\)?$)([^()\[\]\d][^()\[\]]{1,90})[)\]]$"), 0.4),
)
"""What may stand behind titles, and in which share of a list it does."""
_FEWEST = 3


def _without_directors(texts: list[str]) -> list[str]:
    """Return the texts without the directors behind them, where nearly all have one: "Ran – Akira Kurosawa (1985)"."""
    found = [_BY.match(text) for text in texts]
    named = sum(bool(each and _is_full_name(each["name"])) for each in found)
    if named < max(4, len(texts) * _NEARLY_ALL):
        return texts
    return [f"{each[1]} {each['rest'] or ''}".rstrip() if each else text for each, text in zip(found, texts, strict=True)]


_NEARLY_ALL = 0.9
_BY = re.compile(
    r"^(.{1,100}?)(?:\s[–—-]\s|\s?/\s|,?\s(?:by|von|réal\.?|dir\.?|régie|regie|r\.)\s?:?\s|,\s(?:de|di|av|af)\s)"
    r"(?P<name>[^\d,;:|/()\[\]]{4,45}?)\s?(?P<rest>[(\[][^()\[\]]{0,60}[)\]])?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:The|An?|Der|Die|Das|Eine?|L[ae]s?|Une?|El|Los|Las|Il|Lo|Gli)")


def _is_full_name(text: str) -> bool:
    """Return whether a text may be a person's first and last name, and no title in another language, which articles begin."""
    words = text.split()
    return 2 <= len(words) <= 4 and is_person(text) and not any(map(_ARTICLE.fullmatch, words))


def year_in_brackets(text: str) -> int | None:
    """Return the year that stands in brackets behind a title, None where there is none.

    >>> year_in_brackets("Heat (1995) new"), year_in_brackets("1917")
    (1995, None)
    """
    found = _BRACKETED_YEAR.match(ascii_digits(text))
    return read_year(found[3]) if found else None


def _without_common(texts: list[str]) -> list[str]:
    """Return the texts without the words that nearly all of them begin or end with."""
    distinct = list(dict.fromkeys(texts))
    if len(distinct) < 4:
        return texts
    prefix = _common([text.split() for text in distinct])
    suffix = _common([text.split()[::-1] for text in distinct])
    return [_strip_words(text, prefix, suffix[::-1]) for text in texts]


def _common(worded: list[list[str]]) -> list[str]:
    """Return the first words that at least nine of ten word lists share, and leave something of each."""
    shared: list[str] = []
    for place in range(5):
        words = Counter(tuple(words[: place + 1]) for words in worded if len(words) > place + 1)
        if not words:
            break
        most, times = words.most_common(1)[0]
        if times < len(worded) * 0.9:
            break
        shared = list(most)
    return shared


_AROUND = re.compile(
    r"poster|plakat|affiche|cartel|image|picture|photo|foto|bild|watch|stream|online|trailer|bande-annonce|full|free|hd\b|download"
    r"|film|movie|pel[ií]cul|ficha|review|critique|kritik|ticket|buy|details?|more|info|regarder|ver\b|voir|смотреть|постер|фильм"
    r"|p[oô]ster|cartaz|capa|locandina|juliste|affisch|plak[aá]t|plag[aá]t|poszter|plakāts|plakatas|afi[şs]|αφίσα|афиша|обложка"
    r"|okładka|kansikuva|omslag|bild|kuva|โปสเตอร์|포스터|ポスター|海报|海報|כרזה|ملصق|پوستر"
    r"|مشاهدة|مترجم|اون ?لاين|أون ?لاين|تحميل|كامل|مدبلج|دانلود|تماشا|دوبله|زیرنویس|ดู|พากย์|ซับไทย|เต็มเรื่อง|vietsub"
    r"|lồng tiếng|trọn bộ|thuyết minh|nonton|\bsub\b|assistir|dublado|legendado|izle|türkçe|altyazılı|streaming"
    r"|онлайн|дивитися|線上看|在线|다시보기|[>»|:–—-]",
    re.IGNORECASE,
)
"""Words that pages set around every title; words that titles happen to share stay."""


def _is_around(words: list[str]) -> bool:
    said = " ".join(words)
    return bool(_AROUND.search(said) or FILM.search(said))


def _strip_words(text: str, prefix: list[str], suffix: list[str]) -> str:
    words = text.split()
    if prefix and _is_around(prefix) and len(words) > len(prefix) and words[: len(prefix)] == prefix:
        words = words[len(prefix) :]
    if suffix and _is_around(suffix) and len(words) > len(suffix) and words[-len(suffix) :] == suffix:
        words = words[: -len(suffix)]
    return " ".join(words)


_EDGES = " \t-–—|•·:*~>"
"""What stands between a title and its neighbours."""


def _without_original(text: str) -> str:
    """Return a title without its original title behind a label: "枯れ葉 原題：Kuolleet lehdet"."""
    found = _LABELLED.match(text)
    return found[1] if found and label_field(found[2]) == "original_title" else text


_LABELLED = re.compile(r"(\S.{0,120}?)[\s(（\[/,]{1,3}([^\s:：()（]{2,20}(?: [^\s:：()（]{2,20})?)\s?[:：]\s?\S")


def _clean(text: str, ends_in_year: bool) -> CleanTitle | None:
    text = _without_original(_MADE_BY.sub("", _TAIL.sub("", text)).strip())
    year: int | None = None
    if found := _BRACKETED_YEAR.match(ascii_digits(text)):
        year = read_year(found[3])
        text = text[: found.end(1)]
    elif ends_in_year and (found := _ENDING_YEAR.match(text)):
        year = read_year(found[2])
        text = found[1]
    text = _TAIL.sub("", text)
    if found := _QUOTED.match(text):
        text = found[1] or found[2]
    title = read_title(text.strip(_EDGES if "«" in text else f"{_EDGES}»"))
    return CleanTitle(title, year) if title and any(c.isalnum() for c in title) else None

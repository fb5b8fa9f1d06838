"""Scores on 0-10, whatever scale a page prints."""

import re

from moviescrape.parse.values.numbers import ascii_digits

_MAX_LENGTH = 500
_USUAL = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
"""As most pages print it: read without asking for every other form."""
_OTHER_SCORE = re.compile(
    r"metascore|metacritic|expect|anticipat|want to (?:see|watch)|ожидани|очікуван|期待|想看|erwart|attente|očekáv"
    r"|\b(?:your|my|own|dein|deine|ihre|mein|meine|votre|mon|ta|ma|tu|mi|tvoje|vaše|moje|twoja|mijn|jouw|din|min) "
    r"(?:\w+ )?(?:rating|vote|score|review|bewertung|wertung|note|voto|nota|hodnocení|ocena|beoordeling|cijfer|betyg)"
    r"|\brate (?:this|it)|моя оценка|ваша оценка|моя оцінка|我的评分|我的評分|あなたの|내 평점|puanınız|puanın",
    re.IGNORECASE,
)
"""Scores that are not the rating: what people expect of a film, the visitor's own vote, another site's."""
_ENCODED = re.compile(r"[\ue000-\uf8ff\ufffd][.,]|[.,\d][\ue000-\uf8ff\ufffd]")
"""Digits drawn by a web font of the site's own (private-use code points) can't be read."""
_NUMBER = r"(?<![\d.,#№-])(?!\d{1,3},\d{3}(?!\d))(\d{1,3}+(?:[.,]\d{1,15}+)?+½?|½)(?!\d|[.,]\d)"
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:[%٪％]|percent\b|per cent\b|prozent\b|pct\b|процент)|[%٪％]\s?{_NUMBER}", re.IGNORECASE)
OUT_OF = r"(?:/|⁄|of|out of|von|sur|de|van|из|от|з|از|من|z|ze|av|af|su|από|den|dari)"
"""What stands between points and the most there are, in several languages."""
_OF = re.compile(rf"{_NUMBER}\s?{OUT_OF}\s?(\d{{1,3}})(?!\d|[.,]\d)", re.IGNORECASE)
_OF_REVERSED = re.compile(rf"(?<!\d)(\d{{1,3}})\s?(?:개\s?만점에|점\s?만점에|分満点中|点満点中|星中|分之)\s?{_NUMBER}")
_SCALES = (4, 5, 6, 10, 20, 100)
_STARS = re.compile(r"(?:[★⭐✭✮🌟●]\ufe0f?\s?){2,10}+|[★⭐✭✮🌟](?=½)|★(?!★|\s*\d)")
_EMPTY_STARS = re.compile(r"(½?)\s?((?:[☆✩✰○]\s?){0,10}+)")
"""A row of full stars, and what follows it; a single one before a number is an ornament."""
_TORN = re.compile(r"\s*(\d)\s*\.\s+(\d)\s*")
"""The whole and the fraction in elements of their own, which some tools set on lines of their own."""
_COUNT = (
    r"(?!\s?(?:[KkMm]\b|тыс|млн|万|萬|만|votes?\b|ratings?\b|reviews?\b|users?\b|votos|voti|stimmen|avis|hlas|głos|голос|оцен|отзыв"
    r"|oy\b|röster|票|人|件|명|mins?\b|minut|hours?\b|h\b))"
)
_FIRST = re.compile(_NUMBER + _COUNT, re.IGNORECASE)
"""A number that counts no votes and no minutes."""


def read_rating(text: object, scale: float = 10) -> float | None:
    """Return the score that `text` gives, on 0-10; `scale` is the best possible where the text itself doesn't say.

    A score that says its own scale (87 %, 4.2/5) is believed over `scale`. Not a number, off its scale, or another score than
    the rating (a metascore, the visitor's own vote, what is expected of a film): None.

    >>> [read_rating(t) for t in ("8.7", "8,7", "87%", "4.2 of 5", "★★★★", "★ 8.1", "11", "no score yet")]
    [8.7, 8.7, 8.7, 8.4, 8.0, 8.1, None, None]
    >>> read_rating("84", scale=100), read_rating(4.5, scale=5), read_rating("9. 5"), read_rating("Your rating: 9")
    (8.4, 9.0, 9.5, None)
    """
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return _rated(float(text), scale)
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return None
    if _USUAL.fullmatch(text):
        return _rated(float(text), scale)
    plain = _plain(text)
    return None if _OTHER_SCORE.search(plain) or _ENCODED.search(plain) else _read_plain(plain, scale)


def on_ten(value: float, scale: float, worst: float = 0) -> float | None:
    """Return `value` of a scale up to `scale` on 0-10 with at most two decimals; None where it is off the scale.

    >>> on_ten(3.5, 5)
    7.0
    """
    if not (scale > 0 and worst <= value <= scale):
        return None
    return round(value * 10 / scale, 2)


def _plain(text: str) -> str:
    """Return the text with ASCII digits, white space folded, and `9. 5` put together."""
    plain = " ".join(ascii_digits(text).split())
    torn = _TORN.fullmatch(plain)
    return f"{torn[1]}.{torn[2]}" if torn else plain


def _rated(value: float, scale: float) -> float | None:
    """Return the value on 0-10; 0 on a scale of points or stars stands for "no votes yet", and is None."""
    rated = on_ten(value, scale)
    return rated if rated or scale > 10 else None


def _read_plain(text: str, scale: float) -> float | None:
    if percent := _PERCENT.search(text):
        return on_ten(_number(percent[1] or percent[2]), 100)
    if of := _OF.search(text):
        return _rated(_number(of[1]), float(of[2])) if float(of[2]) in _SCALES else None
    if reversed_of := _OF_REVERSED.search(text):
        return _rated(_number(reversed_of[2]), float(reversed_of[1]))
    if stars := _STARS.search(text):
        return _read_stars(text, stars)
    first = _FIRST.search(text)
    return _rated(_number(first[1]), scale) if first else None


def _read_stars(text: str, stars: re.Match[str]) -> float | None:
    """Read a row of stars: of five, or of ten where more are shown; empty stars tell how many there are."""
    full = len(stars[0].replace(" ", "").replace("\ufe0f", ""))
    rest = _EMPTY_STARS.match(text, stars.end())
    half, empty = (len(rest[1]), len(rest[2].replace(" ", ""))) if rest else (0, 0)
    shown = full + half + empty
    return on_ten(full + half / 2, shown if empty else 5 if shown <= 5 else 10)


def _number(text: str) -> float:
    half = text.endswith("½")
    return float((text[:-1] if half else text).replace(",", ".") or 0) + (0.5 if half else 0)

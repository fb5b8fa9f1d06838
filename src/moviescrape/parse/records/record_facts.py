"""Read what a record says of its movie: from labelled lines, from lines of facts, from marked scores."""

import re
from collections.abc import Iterable, Iterator, Sequence

from moviescrape.parse.labels import label_field, split_labels
from moviescrape.parse.records.credits.credit_lines import Credits, read_credits
from moviescrape.parse.records.credits.person_names import names_at_start
from moviescrape.parse.records.fact_lines import TIME_OF_DAY, Facts, count_times, read_line, read_pieces
from moviescrape.parse.values.numbers import ascii_digits

MAX_FACT_LINE = 160
MAX_LABELLED_LINE = 1_000


_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright)[^.|·]{0,60}", re.IGNORECASE)
"""Said of a picture or by a page of itself, with a year that is not the movie's."""

# Texts come with their white space folded: one optional white space is all that there is, and keeps the patterns linear.
_SPACED = re.compile(r"\s([:：,;.)\]])")


def read_facts(lines: Iterable[list[str]], title: str = "") -> Facts:
    """Return the facts of a record's lines (each as its pieces), `title` among them set aside."""
    reader = _LinesReader(title)
    for pieces in lines:
        reader.read_line(pieces)
    reader.facts.labelled = {**reader.inside, **reader.facts.labelled}
    return reader.facts


class _LinesReader:
    """Reads the lines of a record in order: a label may stand a line above its value, and a cast go on over several lines."""

    def __init__(self, title: str) -> None:
        self._title = title
        self.facts = Facts()
        self.inside: dict[str, str] = {}
        """People whom a label inside a line names, by field: less certain than a label at a line's beginning."""
        self._waiting: list[str] = []
        """Fields whose label was read, and whose value comes in a later line."""
        self._people: str | None = None
        """The field of people to whose names the next line may add one."""

    def read_line(self, pieces: list[str]) -> None:
        if any(map(_COPYRIGHT.search, pieces)):
            pieces = [piece for each in pieces if (piece := _COPYRIGHT.sub("", each).strip())]
        line = _SPACED.sub(r"\1", " ".join(pieces))
        self.facts.letters += len(line)
        if line == self._title:
            count_times(ascii_digits(line), self.facts)
            return
        self.inside = dict(_people_inside(line)) | self.inside
        if _read_credits(pieces, line, self._title, self.facts):
            self._waiting, self._people = [], None
        elif labelled := _labelled_pieces(pieces, line) if len(line) <= MAX_LABELLED_LINE else []:
            self._take_labelled(labelled, pieces, line)
        elif len(line) <= _MAX_LABEL and (named := label_field(line)):
            self._waiting += [named] if named != "title" else []  # "Movie" alone says what kind of thing it is
            self._people = None
        elif self._waiting:
            self._take_value(pieces, line)
        elif self._people and _is_name(_first_name(pieces, line)):
            self.facts.labelled[self._people] += f", {_first_name(pieces, line)}"
        else:
            self._people = None
            if len(line) <= MAX_FACT_LINE:
                read_line(ascii_digits(line), self.facts)
            if len(pieces) > 1:
                read_pieces(pieces, self._title, self.facts)

    def _take_labelled(self, labelled: list[tuple[str, str]], pieces: list[str], line: str) -> None:
        """Take the values that stand beside their labels, and what the line says besides."""
        for name, value in labelled:
            if value:
                self.facts.labelled.setdefault(name, value)
        last, value = labelled[-1]
        self._waiting, self._people = ([] if value else [last]), None
        if len(pieces) > 1:
            read_pieces([piece for piece in pieces if not split_labels(piece)], self._title, self.facts)
        elif len(line) <= MAX_FACT_LINE:
            unlabelled = [part for part in _BAR.split(line) if ":" not in part and "：" not in part]
            read_line(ascii_digits(" | ".join(unlabelled)), self.facts)

    def _take_value(self, pieces: list[str], line: str) -> None:
        """Take a line as the value of the label above it."""
        name, first = self._waiting.pop(0), _first_name(pieces, line)
        is_of_people = name in ("actors", "directors")
        self.facts.labelled.setdefault(name, first if is_of_people else line)
        self._people = name if is_of_people and not self._waiting and _is_name(first) else None


def _read_credits(pieces: list[str], line: str, title: str, facts: Facts) -> bool:
    """Read a line that says where and when its film was made, and by whom or how long it is; return whether it is one."""
    if len(pieces) > 1:
        own = [piece for piece in pieces if piece != title and not TIME_OF_DAY.fullmatch(piece)]
    else:
        own = [line.removeprefix(title)]
    if not _HAS_YEAR.search(line) or any(map(TIME_OF_DAY.search, own)):
        return False
    said = read_credits(_SPACED.sub(r"\1", " ".join(own)).lstrip(" ,;:|-–—"))
    if not said.is_of_a_film and (parted := with_bars(own)):
        said = read_credits(parted)
    if not said.is_of_a_film:
        return False
    facts.years += [said.year] if said.year else []
    facts.runtimes += [said.runtime] if said.runtime else []
    for name, people in _named(said):
        facts.labelled.setdefault(name, people)
    return True


def _people_inside(line: str) -> Iterator[tuple[str, str]]:
    """Yield (field, names) for each label of people inside a line of facts: "2022, 120 min. Cast: Karl Beck, Ute Moos"."""
    if ":" not in line[_MIN_BEFORE:] or len(line) > MAX_LABELLED_LINE:
        return
    for part in _SENTENCE.split(line)[1:]:
        for name, value in split_labels(part):
            if name in ("directors", "actors") and (names := names_at_start(value)[0]):
                yield name, ", ".join(names)


_MIN_BEFORE = 4
_SENTENCE = re.compile(r"(?<=[^\W_]{2}\.)\s|(?<=['′’´]\.)\s|\s[|·•]\s|;\s")


def with_bars(pieces: Sequence[str]) -> str | None:
    """Return the pieces of a line with bars between them; None where they are a sentence, or one alone."""
    is_sentence = len(pieces) < 2 or any(piece.rstrip().endswith((":", "：", ",")) for piece in pieces)
    return None if is_sentence else " | ".join(pieces)


_HAS_YEAR = re.compile(r"(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)")


def _first_name(pieces: list[str], line: str) -> str:
    """Return the name that a line of a cast begins with, where the role stands behind it in an element of its own."""
    name = pieces[0] if len(pieces) > 1 and "," not in line and _is_name(pieces[0]) else line
    return name.strip(_ORNAMENTS)


_ORNAMENTS = " ~*•·–—-"
"""What decorates a name in a line of its own."""


def _is_name(line: str) -> bool:
    """Return whether a line may be one person's name: a list of people may stand a name a line below its label."""
    return (
        len(line) <= 40
        and 2 <= len(line.split()) <= 4
        and line[:1].isupper()
        and not any(c.isdigit() or c in ",.:;|/" for c in _INITIAL.sub("", line))
    )


_INITIAL = re.compile(r"(?<!\w)(?:[^\W\d_]|[JS]r|St|Dr)\.")
"""A letter or a title that a full stop shortens."""


def _labelled_pieces(pieces: list[str], line: str) -> list[tuple[str, str]]:
    """Return the labelled values of a line; of its pieces, where several of them begin with a label."""
    several = [found for piece in pieces for found in _labelled(piece)] if len(pieces) > 1 else []
    return several if len(several) > 1 and all(value for _, value in several) else _labelled(line)


_MAX_LABEL = 40
_WITH = re.compile(
    r"(?<![^\W\d_])(?:με τους|με τις|με τον|με την|с участием|in den hauptrollen|protagonizada por|interpretad[ao] por)"
    r"\s?:?\s([^\W\d_].{3,300})$",
    re.IGNORECASE,
)
"""Words before a cast inside a sentence."""
_PHRASE = re.compile(
    r"(?P<directors>directed by|dir\.|réalisé par|dirigid[ao] por|direção de|dirección (?:de|por)"
    r"|regie:?|regia di|reż\.?|r:|un film de|a film by)\s+"
    r"|(?P<actors>starring|featuring|int\.:?|hrají:?|w rol\. gł\.?|obs\.:?|cast:?)\s+"
)
"""Words before a director or a cast at the beginning of a line, its first letter made small."""
_PREPOSITION = re.compile(r"(?:de|di|von|by|av|with|mit|avec|con|com|met|med|cu) (?=[^\W\d_a-z])")
"""What may stand there too, before several names and nothing else."""


def _labelled(line: str) -> list[tuple[str, str]]:
    """Return (field, value) for each label of a line: with a colon, or words such as "Directed by" at its beginning."""
    if (":" in line or "：" in line) and (found := split_labels(line)):
        return found
    if (cast := _WITH.search(line)) and not cast[1][0].islower():
        return [("actors", cast[1].rstrip("."))]
    folded = line[:1].lower() + line[1:]
    phrase = _PHRASE.match(folded) if len(line) <= 300 else None
    if phrase and len(rest := line[phrase.end() :]) > 2:
        name = "directors" if phrase["directors"] else "actors"
        return [(name, _SENTENCE_END.split(rest)[0].rstrip("."))]
    if _PREPOSITION.match(folded) and len(line) <= MAX_FACT_LINE:
        said = read_credits(line)
        return _named(said) if len(said.directors) + len(said.actors) > 1 else []
    return []


def _named(said: Credits) -> list[tuple[str, str]]:
    people = (("directors", said.directors), ("actors", said.actors))
    return [(name, ", ".join(names)) for name, names in people if names]


_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s(?=[A-Z])|\.\s(?=\d)|,?\s(?=(?:with|starring|featuring)\s)", re.IGNORECASE)


_BAR = re.compile(r"\s[|•·]\s|[／｜]")

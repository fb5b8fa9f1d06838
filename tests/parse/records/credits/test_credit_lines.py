"""Lines of facts as programmes print them, in any order and language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.records.credits.credit_lines import LONGEST_LINE, read_credit_lines, read_credits


@pytest.mark.parametrize(
    ("line", "year", "runtime", "actors"),
    [
        ("D/A 2022, 118 Min., FSK 12, Regie: Anton Huber, mit Karl Beck, Lena Moos u.a.", 2022, 118, ["Karl Beck", "Lena Moos"]),
        ("Spielfilm, Deutschland 2022 | 118 min", 2022, 118, []),
        ("France 2022 1h39 - avec Adèle Morin, Swann Petit...", 2022, 99, ["Adèle Morin", "Swann Petit"]),
        ("USA 2014 108 min", 2014, 108, []),
        ("D 2019 93 Min. R: Anton Huber", 2019, 93, []),
        ("Dir. Ruth Amis. UK/Ireland, 2023, 1h 47m. English and Irish.", 2023, 107, []),
        ("2016年製作／114分／日本", 2016, 114, []),
        ("France-Belgique / 2023 / 1h45 / DCP", 2023, 105, []),
        ("Un film de Claire Aubin (France, 2023, 1h45) avec Hugo Morel, Lise Perrin", 2023, 105, ["Hugo Morel", "Lise Perrin"]),
        ("Marta Gil. España, 2023. Int.: Ana Soler, Luis Pardo. VE. 105'", 2023, 105, ["Ana Soler", "Luis Pardo"]),
        ("Regia di Ugo Neri. Con Pia Bassi, Lea Conti. Genere Drammatico - Italia, 2023, durata 121 minuti.", 2023, 121,
         ["Pia Bassi", "Lea Conti"]),
        ("(Italia/2023) di Carlo Neri (121')", 2023, 121, []),
        ("reż. Anna Nowak, Polska 2023, 147'", 2023, 147, []),
        ("Režie: Jan Novák / ČR 2022 / 110 min / drama", 2022, 110, []),
        ("Film vypráví příběh. Režie Jan Novák. V hlavních rolích Petr Král a Eva Malá.", None, None, ["Petr Král", "Eva Malá"]),
        ("Россия, 2022, 1 ч. 45 мин., драма, 16+", 2022, 105, []),
        ("реж. Иван Петров, в ролях: Анна Белова, Олег Зимин", None, None, ["Анна Белова", "Олег Зимин"]),
        ("2022年／日本／105分／監督：山田一郎／出演：佐藤花子、鈴木太郎", 2022, 105, ["佐藤花子", "鈴木太郎"]),
        ("2023 · Directed by Ann Cole · 106 mins", 2023, 106, []),
        ("Kamera: Udo Lang | Starring Tom Reed (Joe), Sue Hall | UK 1973", 1973, None, ["Tom Reed", "Sue Hall"]),
        ("Ein Drama aus dem Jahr 2022 von Anton Huber mit Karl Beck und Lena Moos.", None, None, ["Karl Beck", "Lena Moos"]),
        ("A 2022 | R: Anton Huber | D: Karl Beck, Lena Moos | 118 min", 2022, 118, ["Karl Beck", "Lena Moos"]),
        ("Dir: Ann Cole. Starring: Tom Reed, Sue Hall. UK 2023. 106 mins. Cert 12A.", 2023, 106, ["Tom Reed", "Sue Hall"]),
        ("The film, starring Tom Reed and Sue Hall, won the prize.", None, None, []),
        ("The house with Red Doors was built in 1932.", None, None, []),
        ("Premiere: 12. Mai 2022", None, None, []),
        ("With all his might he ran for 90 min", None, None, []),
    ],
)  # fmt: skip
def test_a_line_of_facts(line: str, year: int | None, runtime: int | None, actors: list[str]) -> None:
    said = read_credits(line)
    assert (said.year, said.runtime, said.actors) == (year, runtime, actors)


def test_lines_say_together_what_each_says_and_a_year_beside_a_country_counts() -> None:
    said = read_credit_lines(["2019, 90 min", "Regie: Ana Bo", "USA 2014", "With Cy Do", "Directed by Eva Fu"])
    assert (said.year, said.runtime, said.directors, said.actors) == (2014, 90, ["Ana Bo"], ["Cy Do"])
    assert said.is_of_a_film


def test_running_text_names_a_cast_at_the_beginning_of_a_sentence_alone() -> None:
    text = "It is a long story of a summer by the sea, " * 6
    assert read_credits(f"{text}with Tom Reed").actors == []
    assert read_credits(f"{text}they say. Starring Tom Reed.").actors == ["Tom Reed"]
    assert read_credits("Starring Tom Reed. " + "x" * LONGEST_LINE).actors == []


@given(st.text(max_size=300))
def test_any_line_is_read(line: str) -> None:
    said = read_credits(line)
    assert said.year is None or 1870 <= said.year <= 2100
    assert all(name in line or name.strip() for name in (*said.actors, *said.directors))

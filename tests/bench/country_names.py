"""Build `country_names.txt`: what the countries that make films are called, a sign that a line states facts of a film.

    python tests/bench/country_names.py

The names are those of Unicode's CLDR, as Babel brings them (Unicode licence v3), of the countries and languages below; letters
that only programmes of cinemas use (D, GB, ČR, BRD) stand in `country_names.py` itself.
"""

from babel import Locale

from moviescrape.parse.records.credits.country_names import FILE, fold_name

COUNTRIES = (
    "AE AL AM AR AT AU AZ BA BD BE BG BR BY CA CH CL CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GR HK HR HU ID IE IL"
    " IN IQ IR IS IT JO JP KE KG KH KR KZ LB LT LU LV MA MD ME MK MM MN MX MY NG NL NO NP NZ PE PH PK PL PS PT QA RO RS RU SA SE"
    " SG SI SK SN SY TH TN TR TW UA US UY UZ VE VN XK ZA"
)
LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk mn ms nb nl pl pt pt_PT ro ru sk sl"
    " sq sr sr_Latn sv ta te th tr uk ur uz vi zh zh_Hant km"
)


def main() -> None:
    """Write the file and say how many names it holds."""
    names = {
        fold_name(Locale.parse(language).territories[country]) for language in LANGUAGES.split() for country in COUNTRIES.split()
    }
    FILE.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(f"{len(names)} names, {FILE.stat().st_size} bytes: {FILE.name}")


if __name__ == "__main__":
    main()

"""Values of one schema.org/Movie object, in the shapes that schema.org allows and pages use."""

import pytest

from moviescrape.parse.markup.schemaorg_movie import read_movie
from moviescrape.parse.model import PageAddress

HERE = PageAddress("https://films.example/film/7", "https://films.example/film/7")


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("PT1H48M", 108),
        (108, 108),
        ("108", 108),
        (["PT108M", "PT120M"], 108),
        ({"@type": "Duration", "name": "PT1H48M"}, 108),
        ({"@type": "Duration", "@value": "PT1H48M"}, 108),
        ({"@type": "Duration", "value": "PT1H48M"}, 108),
        ({"@type": "Duration", "minValue": "PT108M", "maxValue": "PT108M"}, 108),
        ({"@type": "Duration", "minValue": "PT90M", "maxValue": "PT108M"}, None),
        ({"@type": "QuantitativeValue", "value": 108, "unitCode": "MIN"}, 108),
        ({"@type": "QuantitativeValue", "value": "1.8", "unitCode": "HUR"}, 108),
        ({"@type": "QuantitativeValue", "value": 6480, "unitText": "seconds"}, 108),
        ({"@type": "QuantitativeValue", "value": 6480, "unitCode": "SEC"}, 108),
        ([{"@type": "QuantitativeValue", "value": 108, "unitText": "minutes"}], 108),
        ({"@type": "Duration"}, None),
        ([], None),
        ({"value": {"value": "PT1H48M"}}, None),
    ],
)
def test_durations(duration: object, minutes: int | None) -> None:
    record = read_movie({"@type": "Movie", "name": "Ran", "duration": duration}, "x", HERE)
    assert record.values.get("runtime") == minutes

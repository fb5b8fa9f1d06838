"""croissant.json: a data set described for programs, by MLCommons Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from moviescrape._version import __version__
from moviescrape.export.dataset.card import ORIGIN, Config
from moviescrape.movie import BY_NAME

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {"string": "sc:Text", "float64": "sc:Float", "int64": "sc:Integer"}


def write_croissant(title: str, configs: Sequence[Config], sizes: Mapping[str, int], digests: Mapping[str, str]) -> str:
    """Return the text of croissant.json; `sizes` in bytes and `digests` (SHA-256) are by file."""
    files = [file for config in configs for file in config.files.values()]
    said = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": _name(title),
        "description": f"{title}: {configs[0].rows} movies in three splits that share no film.",
        "citeAs": f"{title}, made with moviescrape {__version__}",
        "version": "1.0.0",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": sorted({licence for rows in configs[0].splits.values() for licence in rows["licence"].fillna("unknown")}),
        "distribution": [_distribution(file, sizes[file], digests[file]) for file in files],
        "recordSet": [_record_set(config, split, file) for config in configs for split, file in config.files.items()],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _name(title: str) -> str:
    """Return a name of letters, digits, dashes and underscores, as the format wants it.

    >>> _name("Best films, 1994!"), _name("映画")
    ('Best-films-1994', 'movies')
    """
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title).split()
    return "-".join(words)[:80] or "movies"


def _distribution(file: str, size: int, digest: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file,
        "name": file,
        "contentUrl": file,
        "contentSize": f"{size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": digest,
    }


def _record_set(config: Config, split: str, file: str) -> dict[str, Any]:
    name = f"{config.name}-{split}"
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{name}/{column}",
                "name": column,
                "description": BY_NAME[column].meaning if column in BY_NAME else ORIGIN.get(column, "from the table"),
                "dataType": _TYPES[kind],
                "source": {"fileObject": {"@id": file}, "extract": {"column": column}},
            }
            for column, kind in config.columns.items()
        ],
    }

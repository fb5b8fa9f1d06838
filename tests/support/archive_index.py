"""Archives with an index of their records, made in a test: CDXJ, CDX and columnar, as crawlers write them."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from urllib.parse import urlsplit

from support.warc import warc_record


@dataclass(frozen=True)
class IndexedRecord:
    """A record, and what its index says."""

    url: str
    filename: str
    offset: int
    length: int
    digest: str
    status: int = 200
    mime: str = "text/html"

    @property
    def key(self) -> str:
        parts = urlsplit(self.url)
        turned = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
        return f"{turned}{f':{parts.port}' if parts.port else ''}){parts.path}"


def write_crawl(folder: Path, archives: Mapping[str, Sequence[tuple[str, bytes]]]) -> list[IndexedRecord]:
    """Write archives of pages, by their names in the folder; return their records, in the order of an index."""
    records = []
    for name, pages in archives.items():
        path, offset = folder / name, 0
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for url, page in pages:
                packed = gzip.compress(warc_record(url, page), mtime=0)
                records.append(IndexedRecord(url, name, offset, len(packed), sha1(page, usedforsecurity=False).hexdigest()))
                offset += file.write(packed)
    return sorted(records, key=lambda record: record.key)


def as_cdxj(records: Sequence[IndexedRecord]) -> bytes:
    """Return the index as Common Crawl's server has it: all values are text."""
    lines = []
    for record in records:
        said = {
            "url": record.url,
            "mime": "warc/revisit" if record.mime == "?" else record.mime,
            "mime-detected": record.mime,
            "status": str(record.status),
            "digest": record.digest,
            "length": str(record.length),
            "offset": str(record.offset),
            "filename": record.filename,
        }
        lines.append(f"{record.key} 20260102030405 {json.dumps(said)}\n")
    return "".join(lines).encode()


def as_cdx(records: Sequence[IndexedRecord]) -> bytes:
    """Return the index in the form of 11 words a line."""
    lines = [
        f"{record.key} 20260102030405 {record.url} {record.mime} {record.status} {record.digest} - - {record.length}"
        f" {record.offset} {record.filename}\n"
        for record in records
    ]
    return "".join([" CDX N b a m s k r M S V g\n", *lines]).encode()


def as_columns(records: Sequence[IndexedRecord], path: Path, rows: int = 10) -> Path:
    """Write the index as Common Crawl's columnar one, in row groups of so many rows."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    table = pa.table(
        {
            "url_surtkey": [record.key for record in records],
            "url": [record.url for record in records],
            "fetch_status": pa.array([record.status for record in records], pa.int16()),
            "content_digest": [record.digest for record in records],
            "content_mime_type": [record.mime for record in records],
            "content_mime_detected": [record.mime for record in records],
            "warc_filename": [record.filename for record in records],
            "warc_record_offset": pa.array([record.offset for record in records], pa.int32()),
            "warc_record_length": pa.array([record.length for record in records], pa.int32()),
        }
    )
    write_table(table, path, row_group_size=rows)
    return path

"""What an archive's records are: how many hold pages, and why the others don't."""

from dataclasses import dataclass, fields
from typing import Self


@dataclass(slots=True)
class RecordCounts:
    """Records of all sorts; of these the `responses` of servers; of these the `html` pages.

    Left out of the pages are `revisits` (records that say "as before"), `redirects`, responses of `other_types` than HTML, and
    pages that are `too_large`.
    """

    records: int = 0
    responses: int = 0
    html: int = 0
    revisits: int = 0
    redirects: int = 0
    other_types: int = 0
    too_large: int = 0

    def __iadd__(self, more: Self) -> Self:
        """Add the counts of more records.

        >>> counts = RecordCounts(records=3, html=1)
        >>> counts += RecordCounts(records=2, revisits=1)
        >>> counts.records, counts.html, counts.revisits
        (5, 1, 1)
        """
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(more, field.name))
        return self

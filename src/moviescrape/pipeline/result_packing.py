"""A page's result as bytes (MessagePack), to be kept beside the stored pages."""

from typing import Any

import msgspec

from moviescrape import errors
from moviescrape.errors import MoviescrapeError
from moviescrape.errors.remedies import Remedy
from moviescrape.pipeline.results import PageResult


def pack_result(result: PageResult) -> bytes | None:
    """Return a result without its page's body; None for one that can't be packed (half a character in a text)."""
    try:
        return _encoder.encode(result.without_body())
    except UnicodeEncodeError:
        return None


def unpack_result(packed: bytes) -> PageResult | None:
    """Return the result, None for bytes that hold none.

    >>> unpack_result(pack_result(PageResult("https://movies.example/top")))
    PageResult(where='https://movies.example/top', page=None, parsed=None, problem=None, records=None)
    """
    try:
        return _decoder.decode(packed)
    except msgspec.MsgspecError:
        return None


def _encode_problem(value: Any) -> Any:
    if isinstance(value, MoviescrapeError):
        remedy = value.remedy
        text = remedy.name if isinstance(remedy, Remedy) else remedy
        return (type(value).__name__, value.what, value.where, text, text is not remedy)
    raise NotImplementedError(type(value).__name__)


def _decode_problem(expected: type[MoviescrapeError], value: Any) -> MoviescrapeError:
    """Return the problem again: what it is called is looked up among our own errors, as stores may come from strangers."""
    name, what, where, text, is_kind = msgspec.convert(value, tuple[str, str, str, str, bool])
    found = getattr(errors, name, expected)
    kind = found if isinstance(found, type) and issubclass(found, expected) else expected
    return kind(what, where=where, remedy=Remedy.__members__.get(text, "") if is_kind else text)


_encoder = msgspec.msgpack.Encoder(enc_hook=_encode_problem)
_decoder = msgspec.msgpack.Decoder(PageResult, dec_hook=_decode_problem)

"""What a reader sees of a page, found by bytes: no tree is built for it."""

import re
from html import unescape

MAX_BYTES = 512 * 1024
"""Of a page that are searched."""

_HIDDEN = rb"<(script|style|template|svg|head%s)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>"
_UNSEEN = re.compile(_HIDDEN % b"|noscript", re.IGNORECASE | re.DOTALL)
_UNSEEN_WITHOUT_SCRIPTS = re.compile(_HIDDEN % b"", re.IGNORECASE | re.DOTALL)


def visible_text(html: bytes, *, scripts: bool = True) -> str:
    """Return roughly what a reader sees, on one line; of a long page the first part. Without `scripts`, `<noscript>` is seen too.

    >>> visible_text(b"<p>Hold <b>on</b></p><script>var x = '<p>'</script><noscript>Off</noscript>")
    'Hold on'
    >>> visible_text(b"<p>Hold on</p><noscript>Off</noscript>", scripts=False)
    'Hold on Off'
    """
    unseen = _UNSEEN if scripts else _UNSEEN_WITHOUT_SCRIPTS
    text = unseen.sub(b" ", html[:MAX_BYTES]).decode("utf-8", "replace")
    return " ".join(unescape(text).split())

"""Is this page a refusal in place of a page: a block, a challenge, a login wall or a consent wall?

Asked twice: by `fetch`, so that a refusal is never stored as a good page, and by `parse`, since people save challenge pages
too. Standard library only, by byte search. A real movie page often loads a captcha script, offers to sign in and shows a cookie
banner, so no such word counts alone: a refusal has few links, little text and says nothing of a movie.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.pages.page import Page


class RefusalKind(StrEnum):
    """What stands in place of the page."""

    BLOCKED = "blocked"
    CHALLENGE = "challenge"
    RATE_LIMITED = "rate limited"
    LOGIN = "login wall"
    CONSENT = "consent wall"
    LEGAL = "legal reasons"


class Refusal(NamedTuple):
    """`kind`, what the page is in a few words, and who or what gave it away (`Cloudflare`, `status 403`)."""

    kind: RefusalKind
    what: str
    sign: str

    @property
    def remedy(self) -> str:
        """What a person can do; there is no way around a refusal in this project."""
        return REMEDIES[self.kind]


REMEDIES: dict[RefusalKind, str] = {
    RefusalKind.BLOCKED: "the site does not want this; ask its owner, or use pages saved in a browser",
    RefusalKind.CHALLENGE: "the site wants a person; save the page in a browser and name the file instead",
    RefusalKind.RATE_LIMITED: "wait, then run again with a larger --delay",
    RefusalKind.LOGIN: "the page is for members; save it in a browser where you are signed in",
    RefusalKind.CONSENT: "the site wants its terms accepted first; save the page in a browser",
    RefusalKind.LEGAL: "the page may not be shown where you are",
}

_BY_STATUS: dict[int, Refusal] = {
    401: Refusal(RefusalKind.LOGIN, "the site wants a login (401 Unauthorized)", "status 401"),
    402: Refusal(RefusalKind.BLOCKED, "the site wants payment (402 Payment Required)", "status 402"),
    403: Refusal(RefusalKind.BLOCKED, "the site refused (403 Forbidden)", "status 403"),
    407: Refusal(RefusalKind.BLOCKED, "the proxy wants a login (407 Proxy Authentication Required)", "status 407"),
    429: Refusal(RefusalKind.RATE_LIMITED, "the site says too many requests (429 Too Many Requests)", "status 429"),
    451: Refusal(RefusalKind.LEGAL, "not available for legal reasons (451)", "status 451"),
    999: Refusal(RefusalKind.BLOCKED, "the site refused (status 999)", "status 999"),
}

_BY_HEADER: dict[str, str] = {  # sent with a challenge only, whatever the status
    "x-amzn-waf-action": "AWS WAF",
    "cf-mitigated": "Cloudflare",
    "sg-captcha": "SiteGround",
    "x-vercel-mitigated": "Vercel",
    "x-vercel-challenge-token": "Vercel",
    "x-dd-b": "DataDome",
}

_MARKS: tuple[tuple[bytes, str], ...] = (  # markup of challenge pages; a guarded site's ordinary pages don't carry it
    (b"_cf_chl_opt", "Cloudflare"),
    (b"cf-browser-verification", "Cloudflare"),
    (b'id="cf-error-details"', "Cloudflare"),
    (b"gokuProps", "AWS WAF"),
    (b"awsWafCookieDomainList", "AWS WAF"),
    (b"captcha-delivery.com", "DataDome"),
    (b'id="px-captcha"', "PerimeterX"),
    (b"id='px-captcha'", "PerimeterX"),
    (b"_pxBlockReason", "PerimeterX"),
    (b"/captcha/captcha.js?a=c", "PerimeterX"),
    (b"errors.edgesuite.net", "Akamai"),
    (b"sec-if-cpt-container", "Akamai"),
    (b"/_sec/cp_challenge", "Akamai"),
    (b"bm-verify", "Akamai"),
    (b"Incapsula incident ID", "Imperva"),
    (b"distil_r_captcha", "Imperva"),
    (b"onProtectionInitialized", "Imperva"),
    (b"KPSDK", "Kasada"),
    (b"sucuri_cloudproxy_js", "Sucuri"),
    (b"anubis_challenge", "Anubis"),
    (b".within.website/x/cmd/anubis", "Anubis"),
    (b"/.well-known/ddos-guard/", "DDoS-Guard"),
    (b"/.well-known/sgcaptcha/", "SiteGround"),
    (b"vercel.link/security-checkpoint", "Vercel"),
    (b"validate.perfdrive.com", "Radware"),
    (b'window["bobcmn"]', "F5"),
    (b"acw_sc__v2", "Alibaba Cloud WAF"),
    (b"/errors/validateCaptcha", "Amazon"),
    (b"/checkcaptcha?", "Yandex SmartCaptcha"),
    (b"showcaptcha", "Yandex SmartCaptcha"),
    (b"sec.douban.com", "Douban"),
    (b"verify.meituan.com", "Maoyan"),
    (b"verify.maoyan.com", "Maoyan"),
)

_BLOCK_TITLES = re.compile(  # the whole title, but for a site's name behind a bar, dash or colon
    r"(?:just a moment|un momento|einen moment|een moment geduld|un instant|um momento|один момент"
    r"|请稍候|請稍候|しばらくお待ちください"
    r"|attention required!?|access denied|access to this page (?:has been|is) denied|zugriff verweigert"
    r"|acc[eè]s refus[eé]|toegang geweigerd|доступ (?:ограничен|запрещ[её]н)|禁止访问|访问被拒绝"
    r"|pardon our interruption|robot check|robot or human\??|are you a robot\??|are you human\??|bot verification|captcha"
    r"|human verification|security (?:check|checkpoint|verification)|vercel security checkpoint|client challenge"
    r"|(?:please )?verif(?:y|ying) (?:that )?you are (?:a )?human|ddos-guard|ddos protection.*|checking your browser.*"
    r"|making sure you(?:'|’)?re not a bot!?|ověřování, že nejste robot.*|вы не робот\??|ой!?"
    r"|(?:猫眼)?验证中心|(?:百度)?安全验证|人机验证"
    r"|403(?: -)?(?: forbidden)?|forbidden|request rejected|request blocked|error: the request could not be satisfied"
    r"|you have been blocked|blocked|too many requests|429 too many requests|rate limit(?:ed| exceeded)?|unusual traffic.*"
    r"|sucuri website firewall.*|your access to this site has been limited.*|not acceptable!?)"
    r"[.…!]*(?:\s*[|:–—-]\s.*)?"
)

_BLOCK_WORDS = re.compile(
    r"unusual traffic from your|(?:verify|confirm|prove) (?:that )?you(?:'|’| a)re (?:not )?(?:an? )?(?:human|robot|bot)"
    r"|press (?:&|and) hold|i(?:'|’)m not a robot|are you a robot|enable javascript and cookies to continue"
    r"|(?:enable js|enable javascript) and disable any ad blocker|complete the (?:security check|captcha)|you have been blocked"
    r"|don(?:'|’)t have permission to access|automated (?:access|queries|requests)|enter the characters you see"
    r"|checking (?:your browser|if the site connection is secure)|javascript is disabled.{0,80}verify that you"
    r"|verification required|подтвердите, что запросы|检测到有异常请求|访问过于频繁|请完成.{0,6}验证|request unsuccessful",
    re.DOTALL,
)

_BLOCK_STEMS = tuple(  # one of them is in any text that _BLOCK_WORDS matches; bytes.find is 50 times faster
    stem.encode()
    for stem in (
        *(
            "unusual traffic",
            "human",
            "bot",
            "Hold",
            "hold",
            "avaScript",
            "avascript",
            "JS",
            "ecurity check",
            "aptcha",
            "CAPTCHA",
        ),
        *("blocked", "permission to access", "utomated", "nter the characters", "hecking", "erification required", "nsuccessful"),
        *("одтвердите", "异常请求", "访问过于频繁", "请完成"),
    )
)

_LOGIN_TITLES = re.compile(
    r"(?:.{0,40}\s[|:–—-]\s)?(?:sign[ -]?in|log[ -]?in|login required|please (?:sign|log) in|members only|(?:sign|log) in or .*"
    r"|anmelden|einloggen|inloggen|connexion|se connecter|identifiez-vous|iniciar sesi[oó]n|accedi|entrar|logowanie|přihlášení"
    r"|вход|авторизация|登录|登录跳转页)"
    r"(?:\s?(?:[|:–—(-]|to\b|page\b).*)?"
)
_CONSENT_TITLES = re.compile(
    r"(?:.{0,40}\s[|:–—-]\s)?(?:before you continue.*|bevor sie fortfahren.*|voordat je verdergaat.*|avant d(?:'|’)accéder.*"
    r"|(?:your )?(?:cookie|privacy) (?:consent|settings|preferences|choices|notice)|cookie wall|cookies?|consent"
    r"|we value your privacy|yahoo is part of the yahoo family of brands|(?:datenschutz|privatsphäre)-?einstellungen"
    r"|(?:dpg media )?privacy ?gate)"
    r"(?:\s[|:–—-]\s.*)?"
)
_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|ap/signin|accounts/login|users/sign_in|auth)(?:/|\.\w+|$)")
_CONSENT_HOST = re.compile(r"(?:consent|guce|privacygate|myprivacy|cookiewall)\.")
_CHALLENGE_URL = re.compile(
    r"//(?:sec\.douban\.com|verify\.(?:meituan|maoyan)\.com)|/(?:showcaptcha|sorry/index|errors/validateCaptcha)"
)

_MOVIE_SIGNS = (b'"Movie"', b"video.movie", b"__NEXT_DATA__", b'"ItemList"', b"schema.org/Movie", b'"TVSeries"', b"video.tv_show")
"""The commonest first: each that is absent is looked for in the whole page."""
_PASSWORD = re.compile(rb"""type\s*=\s*["']?password|autocomplete\s*=\s*["']?(?:username|current-password)""", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^<>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    rb"<(script|style|template|svg|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>", re.IGNORECASE | re.DOTALL
)

MAX_BYTES = 512 * 1024
"""Challenge pages measure 0 to 60 KB, consent walls up to 300 KB; a longer page is not searched."""
MAX_LINKS = 60
"""A page of movies links to each of them."""
_HEAD = 8 * 1024
"""Most pages that say they are of movies say so here; looking through the whole costs more than reading some of them."""
_PART = 32 * 1024
MAX_TEXT = 3_000
"""Characters of visible text that a refusal gets by with; a consent wall may take twice as many."""


def find_refusal(page: Page) -> Refusal | None:
    """Tell whether `page` is a refusal, from its status, headers, address and body; None for a page that may be read.

    >>> find_refusal(Page(b"", status=202)).kind
    <RefusalKind.CHALLENGE: 'challenge'>
    >>> find_refusal(Page(b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>")).sign
    'Cloudflare'
    >>> find_refusal(Page(b"<title>Access Denied (2010)</title><h1>Access Denied</h1><p>A thriller, 96 min.</p>")) is None
    True
    """
    told = _challenge_header(page.headers) or _read_body(page)
    by_status = _BY_STATUS.get(page.status)
    if told and by_status and told.kind in (RefusalKind.CHALLENGE, RefusalKind.BLOCKED):
        return told._replace(what=f"{told.what}, status {page.status}")
    return by_status or told or _accepted_only(page) or _redirected(page)


def _challenge_header(headers: Mapping[str, str]) -> Refusal | None:
    for name, who in _BY_HEADER.items():
        if name in headers:
            return _challenge(who)
    return None


def _challenge(who: str) -> Refusal:
    return Refusal(RefusalKind.CHALLENGE, f"a challenge in place of the page ({who})", who)


def _accepted_only(page: Page) -> Refusal | None:
    """202 Accepted with nothing to read is how AWS WAF challenges: an empty body, or one that holds only scripts."""
    if page.status != 202 or len(_visible_text(page.body[:MAX_BYTES])) >= 200:
        return None
    return Refusal(RefusalKind.CHALLENGE, "a challenge in place of the page (202 Accepted without content)", "status 202")


def _redirected(page: Page) -> Refusal | None:
    """A hop to a login, consent or captcha address, that was not what we asked for."""
    if not page.url or not page.asked_url or page.url == page.asked_url:
        return None
    url, asked = urlsplit(page.url), urlsplit(page.asked_url)
    if _CHALLENGE_URL.search(page.url) and not _CHALLENGE_URL.search(page.asked_url):
        return _challenge(url.hostname or "captcha")
    if _CONSENT_HOST.match(url.hostname or "") and url.hostname != asked.hostname:
        return Refusal(RefusalKind.CONSENT, f"a consent wall in place of the page ({url.hostname})", "redirect")
    if _LOGIN_PATH.search(url.path.lower()) and not _LOGIN_PATH.search(asked.path.lower()):
        return Refusal(RefusalKind.LOGIN, f"a login in place of the page ({url.hostname}{url.path})", "redirect")
    return None


def _read_body(page: Page) -> Refusal | None:
    body = page.body
    if not body or len(body) > MAX_BYTES:
        return None
    if _speaks_of_movies(body, _HEAD) or _has_many_links(body) or _speaks_of_movies(body, len(body)):
        return None
    title = _title(body)
    by_title = _judge_title(title, body)
    for mark, who in _MARKS:
        if mark in body and (by_title or len(_visible_text(body)) < MAX_TEXT):
            return _challenge(who)
    return by_title or _judge_text(body)


def _speaks_of_movies(body: bytes, end: int) -> bool:
    return any(body.find(sign, 0, end) >= 0 for sign in _MOVIE_SIGNS)


def _has_many_links(body: bytes) -> bool:
    """Counted a part at a time: most pages have enough links in their first."""
    links = 0
    for start in range(0, len(body), _PART):
        end = start + _PART + len(b"a ")  # a tag that begins in this part may end in the next
        links += body.count(b"<a ", start, end) + body.count(b"<A ", start, end)
        if links > MAX_LINKS:
            return True
    return False


def _judge_title(title: str, body: bytes) -> Refusal | None:
    """A title may be a movie's name too, so there must be little to read beside it."""
    shown = f"«{title[:60]}»"
    if _BLOCK_TITLES.fullmatch(title) and len(_visible_text(body)) < MAX_TEXT:
        return Refusal(RefusalKind.CHALLENGE, f"a block or challenge in place of the page, titled {shown}", "title")
    if _LOGIN_TITLES.fullmatch(title) and _PASSWORD.search(body) and len(_visible_text(body)) < MAX_TEXT:
        return Refusal(RefusalKind.LOGIN, f"a login in place of the page, titled {shown}", "title")
    if _CONSENT_TITLES.fullmatch(title) and re.search(rb"<(?:form|button)\b", body) and len(_visible_text(body)) < 2 * MAX_TEXT:
        return Refusal(RefusalKind.CONSENT, f"a consent wall in place of the page, titled {shown}", "title")
    return None


def _judge_text(body: bytes) -> Refusal | None:
    """Only where there is next to nothing else to read."""
    if not any(stem in body for stem in _BLOCK_STEMS):
        return None
    text = _visible_text(body)
    words = _BLOCK_WORDS.search(text) if len(text) < MAX_TEXT / 2 else None
    return (
        Refusal(RefusalKind.CHALLENGE, f"a block or challenge in place of the page: «{words[0][:60]}»", "text") if words else None
    )


def _title(body: bytes) -> str:
    """The first title, folded to one line and lower case.

    >>> _title(b"<TITLE>  Access\\n Denied </TITLE>")
    'access denied'
    """
    found = _TITLE.search(body[: 64 * 1024])
    return _fold(found[1]) if found else ""


def _visible_text(html: bytes) -> str:
    """Roughly what a reader sees, folded and in lower case.

    >>> _visible_text(b"<p>Hold <b>on</b></p><script>var x = '<p>'</script>")
    'hold on'
    """
    return _fold(_UNSEEN.sub(b" ", html))


def _fold(raw: bytes) -> str:
    return " ".join(unescape(raw.decode("utf-8", "replace")).split()).casefold()

"""Refusals are recognised, and real pages that merely look like one are not."""

import pytest

from moviescrape.errors.remedies import Remedy
from moviescrape.pages.block_pages import MAX_BYTES, RefusalKind, find_refusal
from moviescrape.pages.page import Page

ASKED = "https://movies.example/title/tt0000001/"


def html(title: str, body: str = "", head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


CHALLENGES = {
    "cloudflare": html("Just a moment...", head="<script>window._cf_chl_opt={cType:'managed'}</script>"),
    "cloudflare in German": html("Einen Moment…", "<noscript>Enable JavaScript and cookies to continue</noscript>"),
    "cloudflare 1020": html("Access denied | movies.example used Cloudflare to restrict access", "<div id='cf-wrapper'></div>"),
    "aws waf": html("", "<div id='challenge-container'></div>", "<script>window.gokuProps = {'key': 'x'}</script>"),
    "aws captcha": html("Human Verification", "<div id='captcha-container'></div>"),
    "datadome": html("movies.example", "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c'}</script>"),
    "perimeterx": html("Access to this page has been denied.", "<div id='px-captcha'></div>"),
    "perimeterx, plain title": html("movies.example", "<p>Press &amp; Hold to confirm you are a human (and not a bot).</p>"),
    "akamai": html("Access Denied", "You don't have permission to access this. https://errors.edgesuite.net/18.a"),
    "imperva": html("", "<iframe>Request unsuccessful. Incapsula incident ID: 877</iframe>"),
    "distil": html("Pardon Our Interruption", "<p>As you were browsing something made us think you were a bot.</p>"),
    "anubis": html("Making sure you&#39;re not a bot!", "<script id='anubis_challenge'>{}</script>"),
    "amazon": html("Robot Check", "<form action='/errors/validateCaptcha'>Enter the characters you see below</form>"),
    "yandex": html("Вы не робот?", "<form action='/checkcaptcha?key=1'>Подтвердите, что запросы отправляли вы</form>"),
    "douban": html("禁止访问", "<p>检测到有异常请求从你的 IP 发出，请登录使用豆瓣。</p>"),
    "maoyan": html("猫眼验证中心", "<div id='root'></div>"),
    "google": html("https://movies.example/", "Our systems have detected unusual traffic from your computer network."),
    "nginx": html("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"),
    "cloudfront": html("ERROR: The request could not be satisfied", "<h1>403 ERROR</h1>Request blocked."),
    "a script that sets a cookie": b"<html><script>document.cookie='k=1;path=/';location.reload();</script></html>",
    "testcookie": b"<script src='/aes.js'></script><script>document.cookie=toHex(slowAES.decrypt(c));location.href='?'</script>",
    "a form that submits itself": b"<body onload='document.forms[0].submit()'><form method=post><input type=hidden></form>",
    "one moment": html("One moment, please...", "<p>Please wait while your request is being verified...</p>"),
    "in Spanish": html("Acceso denegado", "<p>Su solicitud fue bloqueada.</p>"),
    "in Japanese": html("アクセスが拒否されました"),
    "in Korean": html("접근이 차단되었습니다"),
    "in Portuguese": html("Verificação de segurança", "<div id='cap'></div>"),
    "captcha in plain words": html("movies.example", "<p>Please verify you are human to go on.</p>"),
}


@pytest.mark.parametrize("body", CHALLENGES.values(), ids=CHALLENGES.keys())
def test_saved_challenge_is_told_without_status_or_headers(body: bytes) -> None:
    refusal = find_refusal(Page(body))
    assert refusal is not None
    assert refusal.kind is RefusalKind.CHALLENGE


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, RefusalKind.LOGIN),
        (403, RefusalKind.BLOCKED),
        (420, RefusalKind.RATE_LIMITED),
        (429, RefusalKind.RATE_LIMITED),
        (451, RefusalKind.LEGAL),
        (999, RefusalKind.BLOCKED),
    ],
)
def test_status_alone_is_enough(status: int, kind: RefusalKind) -> None:
    refusal = find_refusal(Page(html("A movie"), status=status))
    assert refusal is not None
    assert refusal.kind is kind


@pytest.mark.parametrize(
    "title", ["429 Too Many Requests", "Too many requests | Movies", "Rate limit exceeded", "Zu viele Anfragen", "请求过于频繁"]
)
def test_a_rate_limit_is_told_by_its_title_and_says_wait(title: str) -> None:
    refusal = find_refusal(Page(html(title, "<p>Slow down.</p>")))
    assert refusal is not None
    assert refusal.kind is RefusalKind.RATE_LIMITED
    assert refusal.remedy is Remedy.ASK_SLOWER


def test_challenge_behind_403_names_who_and_the_status() -> None:
    refusal = find_refusal(Page(CHALLENGES["cloudflare"], status=403))
    assert refusal is not None
    assert (refusal.kind, refusal.what) == (RefusalKind.CHALLENGE, "a challenge in place of the page (Cloudflare), status 403")


@pytest.mark.parametrize("body", [b"", b"<html><script src='challenge.js'></script></html>"])
def test_202_without_content_is_a_challenge(body: bytes) -> None:
    refusal = find_refusal(Page(body, status=202))
    assert refusal is not None
    assert refusal.kind is RefusalKind.CHALLENGE


def test_202_with_a_page_is_a_page() -> None:
    assert find_refusal(Page(html("Movies", "<p>The Quiet Harbour, 1972, 8.1</p>" * 10), status=202)) is None


def test_challenge_header_tells_whatever_the_status() -> None:
    refusal = find_refusal(Page(b"", headers={"x-amzn-waf-action": "challenge"}))
    assert refusal is not None
    assert refusal.sign == "AWS WAF"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://movies.example/login?next=/title/tt0000001/", RefusalKind.LOGIN),
        ("https://www.movies.example/ap/signin", RefusalKind.LOGIN),
        ("https://consent.movies.example/collect?done=x", RefusalKind.CONSENT),
        ("https://movies.example/showcaptcha?retpath=x", RefusalKind.CHALLENGE),
        ("https://sec.douban.com/c?r=x", RefusalKind.CHALLENGE),
    ],
)
def test_redirect_to_a_wall_is_told_by_its_address(url: str, kind: RefusalKind) -> None:
    refusal = find_refusal(Page(html("Movies"), url=url, asked_url=ASKED))
    assert refusal is not None
    assert refusal.kind is kind


@pytest.mark.parametrize("title", ["Sign in", "Movies - Log in", "Login | Movies", "Anmelden", "登录", "Log in to Movies"])
def test_login_wall_has_the_title_and_asks_for_a_password(title: str) -> None:
    wall = html(title, "<form><input name=u><input type='password' name=p></form>")
    refusal = find_refusal(Page(wall))
    assert refusal is not None
    assert refusal.kind is RefusalKind.LOGIN
    assert find_refusal(Page(html(title, "<p>8.1, 96 min.</p>"))) is None


@pytest.mark.parametrize(
    "title", ["Before you continue to Movies", "Privacy settings", "Movies - Cookie consent", "Privacy Gate"]
)
def test_consent_wall_has_the_title_and_a_button(title: str) -> None:
    refusal = find_refusal(Page(html(title, "<form><button>Accept all</button></form>")))
    assert refusal is not None
    assert refusal.kind is RefusalKind.CONSENT


MOVIE_LINKS = "".join(f"<a href='/title/tt{n:07}/'>Movie {n}</a>" for n in range(80))
NOT_REFUSALS = {
    "a movie called Access Denied": html("Access Denied (2010)", "<h1>Access Denied</h1><p>A thriller.</p>"),
    "a movie called Just a Moment": html("Just a Moment | Movies", "<p>1972, 96 min. Director: Ana Lund</p>"),
    "a movie called Blocked": html("Blocked", "<p>Regie: Ana Lund, 2003</p>"),
    "a page of data that a script draws": b"<script>document.cookie='a=1';location.reload()</script>" + b" " * 40_000,
    "a movie called Captcha, in JSON-LD": html("Captcha", '<script type="application/ld+json">{"@type": "Movie"}</script>'),
    "a list behind a guard's own script": html("Just a moment...", MOVIE_LINKS, "<script>window.KPSDK={}</script>"),
    "a list whose tags are in both cases": html("Access Denied", "<a href=x>1</a>" + "<A HREF=y>2</A>" * 70),
    "a page that offers to sign in": html("Movies", "<a href='/login'>Sign in</a><input type='password'>" + MOVIE_LINKS),
    "an ordinary page with a captcha script": html("Movies", "<script src='https://www.google.com/recaptcha/api.js'></script>"),
    "an ordinary page behind Cloudflare": html(
        "Movies", "<script>a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>"
    ),
    "a cookie banner": html("Movies", "<div>We use cookies. <button>Accept all</button></div>"),
    "a review that says the words": html("A review", "<p>" + "It is long and good. " * 200 + "Are you a robot?</p>"),
    "a long page": html("Access Denied", "x" * MAX_BYTES),
    "a page of a site's own error": html("404 Not Found", "<p>The page was not found.</p>"),
    "nothing": b"",
}


@pytest.mark.parametrize("body", NOT_REFUSALS.values(), ids=NOT_REFUSALS.keys())
def test_pages_that_look_like_a_refusal_are_not(body: bytes) -> None:
    assert find_refusal(Page(body, url=ASKED, asked_url=ASKED)) is None


def test_every_refusal_has_a_remedy() -> None:
    refusal = find_refusal(Page(b"", status=403))
    assert refusal is not None
    assert refusal.remedy

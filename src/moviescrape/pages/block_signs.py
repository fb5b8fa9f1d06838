"""What gives a refusal away: headers, markup, titles, words and addresses of the services that send them.

Gathered from the pages of these services and from public bug reports; titles and words are compared in lower case.
"""

import re

HEADERS: dict[str, str] = {  # sent with a challenge only, whatever the status
    "x-amzn-waf-action": "AWS WAF",
    "cf-mitigated": "Cloudflare",
    "sg-captcha": "SiteGround",
    "x-vercel-mitigated": "Vercel",
    "x-vercel-challenge-token": "Vercel",
    "x-dd-b": "DataDome",
}

MARKS: tuple[tuple[bytes, str], ...] = (  # markup of challenge pages; a guarded site's ordinary pages don't carry it
    (b"_cf_chl_opt", "Cloudflare"),
    (b"cf-browser-verification", "Cloudflare"),
    (b'id="cf-error-details"', "Cloudflare"),
    (b"slowAES.decrypt", "testcookie"),
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

_SITE_NAME = r"[.…!]*(?:\s*[|:–—-]\s.*)?"
"""Behind a title: a site's name after a bar, dash or colon."""

BLOCK_TITLES = re.compile(
    r"(?:(?:just a|one) moment(?: please|, please)?|un momento|einen moment|een moment geduld|un instant|um momento"
    r"|один момент|un moment|请稍候|請稍候|しばらくお待ちください"
    r"|attention required!?|access (?:is )?(?:denied|forbidden|blocked)|(?:this )?(?:site|web ?page|page) (?:is )?blocked"
    r"|access to this (?:page|site) (?:has been|is) (?:denied|blocked)|zugriff (?:verweigert|gesperrt)"
    r"|acc[eè]s (?:refus[eé]|interdit)|acceso denegado|acesso negado|accesso negato|toegang geweigerd|dostęp zabroniony"
    r"|přístup (?:odepřen|zamítnut)|åtkomst nekad|adgang nægtet|ingen tilgang|pääsy (?:estetty|evätty)|erişim engellendi"
    r"|доступ (?:ограничен|запрещ[её]н|заблокирован)|доступ заборонено|禁止访问|访问被拒绝|访问被阻断|アクセスが拒否されました"
    r"|접근이? (?:거부|차단).*"
    r"|pardon our interruption|robot check|robot or human\??|(?:are you|вы) (?:a |не )?(?:robot|human|робот)\??"
    r"|bot (?:check|verification|detection)|robot challenge screen|(?:radware )?(?:bot manager )?captcha(?: page)?"
    r"|human (?:check|verification)|(?:performing )?security (?:check|checkpoint|verification|challenge)(?: required)?"
    r"|vercel security checkpoint|client challenge|verifying (?:your (?:browser|connection)|connection)"
    r"|(?:please )?verif(?:y|ying) (?:that )?(?:you are|you're|you’re) (?:a )?(?:human|not a (?:ro)?bot)"
    r"|ddos-guard|ddos protection.*|checking your (?:browser|connection).*"
    r"|v[ée]rification de s[ée]curit[ée]|comprobaci[oó]n de seguridad|verifica(?:ção|zione) (?:de|di) (?:segurança|sicurezza)"
    r"|sicherheits(?:überprüfung|check|prüfung)|beveiligingscontrole|bezpečnostní (?:ověření|kontrola)"
    r"|проверка (?:безопасности|браузера).*|перевірка (?:безпеки|браузера).*|セキュリティ(?:チェック|確認)|보안 확인"
    r"|making sure you(?:'|’)?re not a bot!?|ověřování, že nejste robot.*|ой!?"
    r"|(?:猫眼)?验证中心|(?:百度)?安全验证|人机验证|安全检查"
    r"|40[36](?: -)?(?: forbidden| not acceptable)?|forbidden|request (?:rejected|blocked|denied)"
    r"|error: the request could not be satisfied"
    r"|(?:sorry, )?you have been blocked|blocked|unusual traffic.*"
    r"|sucuri website firewall.*|your access to this site has been limited.*|not acceptable!?)" + _SITE_NAME
)

RATE_TITLES = re.compile(
    r"(?:(?:429|error 429|http error 429)?(?: -|:)? ?too many requests|rate limit(?:ed| exceeded| reached)?"
    r"|(?:error 1015 ?.*)?you are being rate limited|slow down|zu viele anfragen|trop de requ[eê]tes|te veel verzoeken"
    r"|demasiadas (?:solicitudes|peticiones)|muitas (?:solicitações|requisições)|troppe richieste"
    r"|слишком много запросов|请求过于频繁|リクエストが多すぎます)" + _SITE_NAME
)

BLOCK_WORDS = re.compile(
    r"unusual traffic from your|(?:verify|confirm|prove) (?:that )?you(?:'|’| a)re (?:not )?(?:an? )?(?:human|robot|bot)"
    r"|press (?:&|and) hold|i(?:'|’)m not a robot|are you a robot|enable javascript and cookies to continue"
    r"|(?:enable js|enable javascript) and disable any ad blocker|complete the (?:security check|captcha)|you have been blocked"
    r"|don(?:'|’)t have permission to access|automated (?:access|queries|requests)|enter the characters you see"
    r"|checking (?:your browser|if the site connection is secure)|javascript is disabled.{0,80}verify that you"
    r"|verification required|подтвердите, что запросы|检测到有异常请求|访问过于频繁|请完成.{0,6}验证|request unsuccessful",
    re.DOTALL,
)

BLOCK_STEMS = tuple(  # one of them is in any text that BLOCK_WORDS matches; bytes.find is 50 times faster
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

LOGIN_TITLES = re.compile(
    r"(?:.{0,40}\s[|:–—-]\s)?(?:sign[ -]?in|log[ -]?in|login required|please (?:sign|log) in|members only|(?:sign|log) in or .*"
    r"|anmelden|einloggen|inloggen|connexion|se connecter|identifiez-vous|iniciar sesi[oó]n|accedi|entrar|logowanie|přihlášení"
    r"|iniciar sess[aã]o|fazer login|zaloguj się|autentificare|conectare|logga in|logg? in[dn]|kirjaudu(?: sisään)?|bejelentkezés"
    r"|belépés|σύνδεση|giriş(?: yap)?|oturum aç|đăng nhập|masuk|ログイン|로그인|登入|вхід|увійти|войти"
    r"|вход|авторизация|登录|登录跳转页)"
    r"(?:\s?(?:[|:–—(-]|to\b|page\b).*)?"
)
CONSENT_TITLES = re.compile(
    r"(?:.{0,40}\s[|:–—-]\s)?(?:before you continue.*|bevor sie fortfahren.*|voordat je verdergaat.*|avant d(?:'|’)accéder.*"
    r"|(?:your )?(?:cookie|privacy) (?:consent|settings|preferences|choices|notice)|cookie wall|cookies?|consent"
    r"|we value your privacy|yahoo is part of the yahoo family of brands|(?:datenschutz|privatsphäre)-?einstellungen"
    r"|(?:dpg media )?privacy ?gate)"
    r"(?:\s[|:–—-]\s.*)?"
)
LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|ap/signin|accounts/login|users/sign_in|auth)(?:/|\.\w+|$)")
CONSENT_HOST = re.compile(r"(?:consent|guce|privacygate|myprivacy|cookiewall)\.")
CHALLENGE_URL = re.compile(
    r"//(?:sec\.douban\.com|verify\.(?:meituan|maoyan)\.com)|/(?:showcaptcha|sorry/index|errors/validateCaptcha)"
)


SETS_COOKIE = re.compile(rb"document\s*\.\s*cookie\s*=")
RELOADS = re.compile(rb"location\s*(?:=|\.\s*(?:href\s*=|reload\b|replace\b|assign\b))")
SUBMITS_ITSELF = re.compile(rb"document\s*[.\[][^;<>]{1,80}\.submit\s*\(|onload\s*=\s*[\"'][^\"'<>]{0,200}\.submit\s*\(")

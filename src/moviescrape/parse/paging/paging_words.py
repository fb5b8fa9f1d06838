"""What pages call the next page, a page, and a button for more of a list, in many languages."""

import re
from typing import NamedTuple


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_NEXT = _phrases(
    "next|next page|next results|go to next page|go to the next page|older|older posts|weiter|nächste|nächste seite|"
    "zur nächsten seite|vor|vorwärts|suivant|suivante|suivants|page suivante|siguiente|siguientes|página siguiente|"
    "siguiente página|volgende|volgende pagina|successiva|successivo|avanti|pagina successiva|prossima|próxima|próximo|"
    "seguinte|próxima página|página seguinte|següent|pàgina següent|следующая|следующая страница|следующие|далее|вперед|"
    "вперёд|дальше|наступна|наступна сторінка|далі|следваща|следваща страница|напред|следећа|sljedeća|sljedeća stranica|"
    "sledeća|sledeća stranica|naslednja|naslednja stran|další|další stránka|následující|ďalšia|ďalšia strana|ďalej|"
    "následna|następna|następna strona|następny|dalej|下一页|下一頁|下页|下頁|后页|下一个|次へ|次のページ|"
    "次ページ|次|다음|다음 페이지|다음페이지|بعدی|صفحه بعد|"
    "صفحه بعدی|التالي|التالية|الصفحة التالية|הבא|הבאה|הדף הבא|לעמוד הבא|nästa|nästa sida|næste|næste side|neste|neste side|"
    "seuraava|seuraava sivu|næsta|næsta síða|järgmine|järgmine leht|nākamā|nākamā lapa|kitas|kitas puslapis|toliau|sonraki|"
    "sonraki sayfa|ileri|növbəti|келесі|кейінги|következő|következő oldal|επόμενη|επόμενο|επόμενη σελίδα|următoarea|"
    "următorul|pagina următoare|înainte|tiếp|tiếp theo|trang sau|trang tiếp|trang kế|ถัดไป|หน้าถัดไป|berikutnya|"
    "selanjutnya|halaman berikutnya|seterusnya|अगला|अगला पृष्ठ|आगे|পরবর্তী|அடுத்த|შემდეგი|հաջորդ|faqja tjetër|hurrengoa|"
    "nesaf|seguinte páxina"
)
_LOAD = _phrases(
    "load more|load the next|load next|load next page|show the next|nachladen|mehr laden|weitere laden|weitere anzeigen|"
    "charger plus|charger la suite|charger davantage|charger plus de|cargar más|carregar mais|carrega'n més|carica altri|"
    "carica altro|carica di più|mostra altri|vedi altri|meer laden|laad meer|ladda fler|ladda mer|visa fler|indlæs flere|"
    "hent flere|last inn flere|last flere|vis flere|lataa lisää|załaduj więcej|wczytaj więcej|načíst další|načíst více|"
    "zobrazit další|načítať ďalšie|načítať viac|zobraziť ďalšie|загрузить ещё|загрузить еще|загрузить больше|показать ещё|"
    "показать еще|завантажити ще|завантажити більше|показати ще|зареди още|покажи още|učitaj još|učitaj više|учитај још|"
    "naloži več|įkelti daugiau|ielādēt vairāk|lae rohkem|lae juurde|daha fazla yükle|daha fazlasını yükle|több betöltése|"
    "továbbiak betöltése|încarcă mai mult|încarcă mai multe|încărcați mai multe|φόρτωση περισσότερων|加载更多|"
    "載入更多|载入更多|点击加载更多|"
    "もっと読み込む|さらに読み込む|さらに表示|続きを読み込む|더불러오기|더 불러오기|더 로드|tải thêm|โหลดเพิ่ม|"
    "โหลดเพิ่มเติม|muat lebih banyak|muatkan lagi|"
    "और लोड करें|تحميل المزيد|بارگذاری بیشتر|بارگذاری موارد بیشتر|טען עוד|טעינת עוד"
)
_MORE = _phrases(
    "more|show more|view more|see more|mehr|mehr anzeigen|mehr zeigen|weitere|plus|plus de|afficher plus|afficher plus de|"
    "voir plus|voir plus de|voir la suite|más|mostrar más|ver más|mais|mostrar mais|ver mais|altri|mostra di più|"
    "mostra altro|vedi di più|meer|toon meer|meer tonen|meer weergeven|visa mer|fler|flere|vis mer|vis mere|lisää|"
    "näytä lisää|więcej|pokaż więcej|zobacz więcej|další|více|zobrazit více|viac|ďalšie|zobraziť viac|ещё|еще|больше|"
    "показать больше|смотреть ещё|смотреть еще|ще|більше|показати більше|още|повече|покажи повече|још|još|prikaži još|"
    "prikaži više|prikaži več|daugiau|rodyti daugiau|vairāk|rādīt vairāk|rohkem|näita rohkem|daha fazla|daha fazla göster|"
    "daha fazlasını göster|több|további|továbbiak|több megjelenítése|még több|mutass többet|mai multe|arată mai mult|"
    "arată mai multe|vezi mai mult|vezi mai multe|afișează mai mult|afișează mai multe|περισσότερα|εμφάνιση περισσότερων|"
    "δείτε περισσότερα|更多|查看更多|显示更多|顯示更多|もっと見る|もっと|さらに見る|続きを見る|더보기|더 보기|"
    "xem thêm|hiển thị thêm|ดูเพิ่มเติม|แสดงเพิ่มเติม|"
    "lihat lebih banyak|tampilkan lebih banyak|selengkapnya|lihat lagi|और देखें|और दिखाएं|अधिक देखें|المزيد|عرض المزيد|"
    "شاهد المزيد|بیشتر|نمایش بیشتر|مشاهده بیشتر|הצג עוד|עוד"
)
_THINGS = _phrases(
    "film|films|movie|movies|title|titles|result|results|item|items|entries|filme|filmen|titel|treffer|ergebnisse|"
    "résultats|titres|película|películas|títulos|resultados|filmes|risultati|titoli|resultaten|filmer|resultat|resultater|"
    "elokuvia|elokuvaa|tuloksia|filmów|filmy|filmů|wyników|výsledky|výsledků|фильмы|фильма|фильмов|фільми|фільмів|"
    "результаты|результатов|filmek|filmet|találat|rezultate|filmova|filmi|ταινίες|ταινιών|αποτελέσματα|phim|หนัง|部|件|本|"
    "フィルム|映画|作品|电影|結果|结果|개|편"
)
_SIGNS = re.compile(r"[\s>»›→▶▼⌄↓❯⟩❱⇒≫+.…()\[\]\d/,]+")
ARROW = re.compile(r"[>»›→▶❯⟩❱⇒≫]")
"""An arrow forward, which slide shows have too."""
NEXT_CLASS = re.compile(r"(?:^|[\s_-])next(?:$|[\s_-]|page|link)|nextpage|pagenext", re.IGNORECASE)
OFF_CLASS = re.compile(r"disabled|inactive|hidden|invisible", re.IGNORECASE)
LOAD_MORE_CLASS = re.compile(r"load[_-]?more|more[_-]?results|show[_-]?more[_-]?(?:results|items)|infinite", re.IGNORECASE)


class Phrase(NamedTuple):
    """What a link or button says, without arrows and numbers; `counts` where it had a number, or named films or results."""

    words: str
    counts: bool

    @property
    def is_next(self) -> bool:
        """Return whether it leads to the next page: "Next 50 films »"."""
        return self.words in _NEXT

    @property
    def loads_more(self) -> bool:
        """Return whether it loads more of a list: "Load more", "Show 20 more films"."""
        return self.words in _LOAD or (self.counts and self.words in _MORE)

    @property
    def is_more(self) -> bool:
        """Return whether it does so, or unfolds a text: "Show more"."""
        return self.words in _MORE or self.words in _LOAD


_SIGN_CHARACTERS = " \t\n\u00a0>»›→▶▼⌄↓❯⟩❱⇒≫+.…()[]0123456789/,"
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in (*_NEXT, *_LOAD, *_MORE))


def may_be_phrase(text: str) -> bool:
    """Return whether a text begins as a phrase of paging does: a cheap test for the many links that don't."""
    words = text.lstrip(_SIGN_CHARACTERS).casefold().split(maxsplit=1)
    return bool(words) and words[0].rstrip(_SIGN_CHARACTERS) in _FIRST_WORDS


def read_phrase(text: str) -> Phrase:
    """Return what a text says.

    >>> read_phrase("Show 20 more films ↓"), read_phrase("Next ›").is_next
    (Phrase(words='show more', counts=True), True)
    """
    words = _SIGNS.sub(" ", text).casefold().split()
    kept = [word for word in words if word not in _THINGS]
    return Phrase(" ".join(kept), len(kept) < len(words) or any(c.isdigit() for c in text))


PAGE = (
    "page|pages|pagina|página|pàgina|seite|seiten|strana|strany|stránka|strona|strony|stranica|stran|страница|стр|сторінка|"
    "стор|sida|side|síða|sivu|leht|lapa|puslapis|sayfa|səhifə|oldal|σελίδα|pag|pág|trang|หน้า|halaman|muka surat|"
    "पृष्ठ|صفحة|صفحه|עמוד|דף|페이지|ページ|orrialdea|էջ|გვერდი|бет"
)
"""Words for a page, for use in a pattern."""
OF = (
    "of|out of|of a total of|von|von insgesamt|sur|sur un total de|de|de un total de|di|su|van|av|af|z|ze|od|"
    "из|з|із|от|din|από|"
    "trên|trong|จาก|dari|में से|من|از|מתוך|iš|no|/|／|\\||共|中"
)
"""Words between a number and the whole, for use in a pattern."""

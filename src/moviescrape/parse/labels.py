"""What pages call the fields of a movie, in twenty-odd languages: the labels of infoboxes, fact lists and table headers.

One table for all that read by label: the general readers and the site files of sites in many languages.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_LABELS: dict[str, str] = {
    "title": """title|film|films|movie|movies|movie title|film title|name|titel|filmtitel|titre|titre du film|título
        |titulo|película|pelicula|filme|titolo|название|фильм|название фильма|фільм|назва|název|název filmu|tytuł
        |tytuł filmu|cím|filmcím|片名|电影|電影|影片|标题|影片名称|电影名称|タイトル|作品|作品名|映画|제목|영화|영화명
        |عنوان|عنوان فیلم|نام فیلم|فیلم|الفيلم|اسم الفيلم|العنوان|elokuva|nimi|film adı|filmin adı|başlık|τίτλος
        |ταινία|titlu|english title|film title used in nomination
        |judul|judul film|tajuk|tên phim|tựa đề|ชื่อเรื่อง|ชื่อภาพยนตร์|शीर्षक|फ़िल्म|तலைப்பு|திரைப்படம்
        |שם הסרט|סרט|ֆիլմ|վերնագիր|ფილმი|სათაური|фильм атауы|нэр|filmas|pavadinimas|filma|nosaukums
        |pealkiri|naslov|film nomi|naslov filma|наслов|заглавие|ചിത്രം|চলচ্চিত্র|సినిమా|ឈ្មោះរឿង
        |primary title|movie name|film name""",
    "original_title": """original title|original name|originaltitel|orig. titel|orig. title|titre original
        |titre originel|originele titel|oorspronkelijke titel|título original|titulo original|título en v.o.
        |titolo originale|título no original|оригинальное название|оригінальна назва|originální název|původní název
        |tytuł oryginalny|原名|原题|原題|外文名|원제|عنوان اصلی|العنوان الأصلي|originaltittel|alkuperäinen nimi
        |orijinal adı|orijinal ad|özgün adı|eredeti cím
        |judul asli|tên gốc|שם מקורי|originalus pavadinimas|oriģinālnosaukums|originaalpealkiri|izvorni naslov
        |originalni naslov|оригинален наслов|оригинално заглавие|ชื่อต้นฉบับ|título en inglés|titre vo
        |titlu original|πρωτότυπος τίτλος|орігінальна назва|original_title|originalna nazwa
        |originální název filmu|tytuł org.""",
    "year": """year|страна, год|страна, год выпуска|год, страна|країна, рік|country, year|country/year|země, rok|kraj, rok
        |release|released|release date|release dates|release year|year of release|year released
        |first release|initial release|date released|theatrical release|premiere|premiered|in cinemas|in theaters
        |in theaters from|opened|jahr|erscheinungsjahr|produktionsjahr|filmstart|kinostart|erscheinungsdatum
        |veröffentlichung|start|année|annee|année de production|année de sortie|date de sortie|sortie|jaar|jaartal
        |uitgebracht|première|releasedatum|bioscooprelease|jaar van uitgave|año|fecha de estreno|estreno
        |año de estreno|año de producción|anno|data di uscita|uscita|anno di uscita|anno di produzione|ano|lançamento
        |data de lançamento|ano de lançamento|estreia|год|год производства|год выпуска|год выхода|премьера|дата выхода
        |дата релиза
        |рік|рік випуску|прем'єра|дата виходу|rok|rok výroby|premiéra|rok vydání|datum premiéry|rok produkcji|premiera
        |data premiery|年份|上映日期|上映时间|上映日|上映|年代|首映|首播|首映日期|公開|公開日|公開年|製作年|製作年度
        |制作年|上映年|개봉|개봉일|개봉년도|제작연도|연도|개봉 연도|سال|سال تولید|سال انتشار|تاریخ انتشار|سال ساخت
        |تاریخ اکران|السنة|سنة الإنتاج|تاريخ الإصدار|تاريخ الصدور|سنة الإصدار|تاریخ نمایش|år|utgivningsår|premiär
        |biopremiär|inspelningsår|produktionsår|udgivet|premieredato|udgivelsesår|utgitt|vuosi|ensi-ilta
        |valmistumisvuosi|julkaistu|yıl|yapım yılı|vizyon tarihi|çıkış tarihi|gösterim tarihi|yılı|év|bemutató
        |megjelenés|έτος|πρεμιέρα|an|anul|rok premiery|original release|release date(s)|year of film release|estrenos
        |julkaisuvuosi|data de estreia|datum izlaska|ano de produção|premièredatum
        |tahun|tahun rilis|tanggal rilis|rilis|tarikh tayangan|năm|năm sản xuất|năm phát hành|khởi chiếu
        |ngày khởi chiếu|ปี|ปีที่ฉาย|วันฉาย|เข้าฉาย|वर्ष|रिलीज़|रिलीज|रिलीज डेट|रिलीज की तारीख|रिलीज़ तिथि|வெளியீடு|ஆண்டு|שנה|שנת יציאה
        |תאריך יציאה|שנת הפקה|տարի|տարեթիվ|թողարկման տարի
        |արտադրության տարի|թողարկում|պրեմիերա|წელი|გამოშვების წელი|პრემიერა|жылы|шыққан жылы|метai
        |metai|premjera|gads|pirmizrāde|aasta|esilinastus|godina|godina proizvodnje|година|премиера|yili
        |chiqarilgan yili|மુல|release_date|release_year|title_year|yr|produktionsjahr/land
        |land/jahr|land, jahr|jahr/land|anul producției|data premierei|έτος παραγωγής|παραγωγή
        |ημερομηνία κυκλοφορίας|সাল|সালে মুক্তি|విడుదల|მომ|ថ្ងៃចាក់បញ្ចាំង|年度|発売日|país e ano
        |any|ár|urtea|viti|jahr der produktion|entstehungsjahr|herstellungsjahr|année de réalisation|year of production
        |production year|year made|anno produzione|anno di edizione|rok produkce|rok uvedení|gyártási év|gyártás éve
        |készítés éve|god.|ano de estreno|frumsýnd|frumsýning|frumsýningarár
        |letnik|productiejaar|bouwjaar|χρονιά|제작년도|上映年份""",
    "runtime": """runtime|run time|running time|length|duration|film length|minutes|min|mins|laufzeit|länge|filmlänge
        |dauer|spieldauer|durée|duree|speelduur|duur|lengte|looptijd|duración|duracion|durata|duração|duracao
        |продолжительность|время|длительность|хронометраж|тривалість|délka|stopáž|czas trwania|długość|片长|单集片长|片長|时长
        |時長|上映時間|上映时间长度|収録時間|本編|상영시간|상영 시간|러닝타임|مدت زمان|زمان|مدت|مدة العرض|المدة
        |مدة الفيلم|speltid|längd|spilletid|længde|varighed|lengde|kesto|pituus|süre|süresi|játékidő|hossz|időtartam
        |διάρκεια|durată|minuten|minutter|dĺžka|минуты|시간|kestoaika|trajanje|speeltijd|speltijd|長さ
        |durasi|masa tayangan|tempoh|thời lượng|ความยาว|ระยะเวลา|अवधि|समय|நேரம்|கால அளவு|אורך|משך|משך הסרט
        |אורך הסרט|տևողություն|տեւողություն|ხანგრძლივობა|ұзақтығы|үргэлжлэх хугацаа|trukmė|ilgums|garums|kestus
        |pikkus|davomiyligi|trajanje filma|времетраене|продължителност|трајање|dolžina|duração aproximada
        |hossza|vetítési idő|dĺžka filmu|délka filmu|czas|czas projekcji|running_time|duration (min)
        |duration_mins|runtime (mins)|runtime (minutes)|run_time|run-time|runtime_minutes|সময়কাল|নিদ্রা|నిడివి
        |ระยะเวลาฉาย|দৈর্ঘ্য|រយៈពេល|时间|片長(分)|speldauer|filmdauer|minuti|lungime
        |durada|lengd|iraupena|kohëzgjatja|durée du film|film duration|film length|dauer (min)|dauer in minuten
        |trajanje (min)|tempo|tid|zeit|laufzeit (min)|runtime:
        |metraje|minutáž|varighet""",
    "actors": """cast|starring|stars|star|actors|actor|actress|actresses|main cast|leading actors|featuring|with|top cast
        |lead actors|key cast|main actors|cast & crew|starring actors|darsteller|darst|darst.|besetzung|schauspieler|mit
        |hauptdarsteller|rollen|hauptrollen|in den hauptrollen|acteurs|avec|distribution|acteurs principaux
        |acteurs et actrices|rôles principaux|casting|hoofdrollen|hoofdrol|cast en crew|rolverdeling|spelers|met
        |reparto|protagonistas|elenco|intérpretes|interpretes|actores|reparto principal|actores principales|attori
        |interpreti|con|interpreti principali|attori principali|atores|elenco principal|com|в ролях|в главных ролях
        |актёры|актеры|роли|у головних ролях|у ролях|акторський склад|актори|головні ролі|hrají|v hlavních rolích
        |hlavní role|herci|obsazení|v hlavní roli|obsada|występują|w rolach głównych|aktorzy|w głównych rolach|主演
        |演员|演員|演員表|演员表|领衔主演|主要演员|キャスト|出演|出演者|主演者|출연|출연진|배우|주연|بازیگران|ستارگان
        |هنرپیشگان|بطولة|طاقم التمثيل|طاقم العمل|الممثلون|تمثيل|النجوم|skådespelare|i rollerna|medverkande|rollista|medvirkende
        |skuespillere|hovedroller|rolleliste|i hovedrollerne|näyttelijät|pääosissa|rooleissa|oyuncular|başrol
        |başroller|başrol oyuncuları|oyuncu kadrosu|szereplők|főszereplők|főszerepben|színészek|ηθοποιοί
        |πρωταγωνιστούν|distribuția|actori|obsadenie|hrajú|casting principal|stelle|astros|ator|estrellas
        |sterren|stjärnor|gwiazdy|główne role|interpreti e personaggi|huvudroller|huvudroll|pääosat|főszereplő
        |in de hoofdrollen|attori e personaggi|glavni glumci|glavne uloge|uloge|başrol oyuncusu|pääosassa|у головних
        |pemeran|pemain|pemeran utama|bintang|pelakon|diễn viên|diễn viên chính|นักแสดง|นักแสดงนำ|ผู้แสดง
        |कलाकार|अभिनेता|अभिनय|நடிகர்கள்|நடிப்பு|שחקנים|משחק|בכיכובם|כוכבים|דերասաններ|դերասաններ|դերերում
        |გმირები|მსახიობები|როლებში|рөлдерде|басты рөлдерде|рольдерде|актерлер|жүлдызы|жүжигчид|дүрд|vaidina|aktoriai|lomās
        |aktieri|osades|näitlejad|aktyorlar|rollarda|glume|igraju|igrajo|в ролите|актьори|улоге|глуме|участват
        |у ролях:|účinkují|hrají:|szereplők:|interpreter|distributie|distribuție|actores y actrices
        |cast members|leads|lead cast|film stars|actors/actresses|ensemble|interpretação|com:|elenco:|অভিনয়
        |অভিনয়ে|శ్రేణి|నటీనటులు|ಪಾತ್ರವರ್ಗ|അഭിനേതാക്കൾ|သရုပ်ဆောင်|តួសម្តែង|តួសំដែង|主な出演者|声の出演|主要演員|キャスト・スタッフ
        |演出(出演)|pääosanäyttelijät|roolit|i rollerne|rollerne|rolleinnehavere|a castagem
        |casting vocal|sprecher|doblaje|gwiazdorska obsada|w rolach gł.|obsada aktorska|avec les voix de
        |mit den stimmen von
        |int.|int|cu|intèrprets|repartiment|protagonitzada per|leikarar|aðalhlutverk|aktoreak|mit den stimmen
        |darsteller:innen|voces
        |es spielen|schauspieler:innen|interpretazione|elenco artístico|w obsadzie|szereposztás|účinkujú|cast members:
        |distribuţia|în rolurile principale
        |rolurile principale|režisuoja|nastopajo|vlogah|v hlavných úlohách|hlavné úlohy|pagrindiniai aktoriai
        |galvenajās lomās|peaosades|në rolet|aktorët
        |besetzung und crew|besetzung & crew|besetzung & stab|besetzung und stab|cast und crew|distribution et équipe
        |interprétation
        |reparto y equipo|cast e crew|elenco e equipe|obsada i twórcy|herci a tvůrci|актёры и съёмочная группа
        |актеры и создатели
        |cast and crew|stars & cast
        |παίζουν|ερμηνεύουν|başrollerde|în distribuție|distribuţie|актьорски състав|в головних ролях
        |i rollene|på rollelisten|hoofdrolspelers|בהשתתפות|นำแสดงโดย|卡司|igralci|igralska zasedba|antzezleak
        |interprètes|aktörer""",
    "directors": """director|directors|dir|dir.|directed by|film director|a film by|regie|regisseur|regisseurin|regisseure
        |regisseurs|inszenierung|réalisateur|realisateur|réalisateurs|réalisatrice|réalisation|de|un film de
        |réalisé par|geregisseerd door|director(s)|dirección|direccion|dirigida por|director/a|directora|directores
        |regia|regista|registi|diretto da|direção|direcao|diretor|diretores|realizador|realização|dirigido por
        |режиссёр|режиссер|режиссёры|режиссеры|режиссура|режиссер-постановщик|режисер|режисери|режисерка|режие|režie
        |režisér|režiséři|reżyseria|reżyser|reżyserzy|导演|導演|監督|감독|연출|کارگردان|کارگردانان|المخرج|إخراج|مخرج
        |regissör|regi|regissörer|instruktør|instruktion|instruktører|instrueret af|regissør|ohjaaja|ohjaajat|ohjaus
        |yönetmen|yönetmenler|yönetmeni|rendező|rendezők|rendezte|σκηνοθεσία|σκηνοθέτης|regizor|réžia|בימוי
        |режиссёр-постановщик|redatelj|režija
        |sutradara|pengarah|đạo diễn|ผู้กำกับ|กำกับ|กำกับโดย|निर्देशक|निर्देशन|இயக்குனர்|இயக்கம்|במאי|במאית
        |ռեժիսոր|ռեժիսոր՝|რეჟისორი|режиссері|режиссерi|найруулагч|režisierius|režisierė|režisieriai|režisors
        |režisore|lavastaja|režissöör|rejissyor|rejissor|režiser|reditelj|режисьор|режија|редитељ|režisér:
        |rendező:|regizat de|regia:|σκηνοθέτης:|পরিচালক|పరిచాలకుడు|దర్శకత్వం|ನಿರ್ದೇಶಕ|സംവിധാനം|ဒါရိုက်တာ
        |អ្នកដឹកនាំ|directed_by|director name|director(es)|regie:|realização:|réal.|réal
        |réalisateur·rice|mise en scène|film by|filmmaker|filmmakers|realisation|režie:|reżyseria:|режисёр|rež.
        |regizorul
        |direcció|direcció:|dirigida per|leikstjóri|leikstjórn|zuzendaria|zuzendaritza|regjia|regjisor|regjisori
        |dirección y guion|dirección y guión
        |regie & drehbuch|buch & regie|buch und regie|regie und drehbuch|regie, drehbuch|scénario et réalisation
        |réalisateur(s)|réalisateur.trice|réalisatrices|written & directed by
        |written and directed by|writer/director|director & writer|scenariusz i reżyseria|reżyseria i scenariusz
        |scénář a režie|rež|reż|reż.|regissør(er)|регисура|сценарий и режиссура|реж.|реж
        |pengarah""",
    "genres": """genre|genres|genre(s)|genrer|género|géneros|genero|generi|genere|gênero|gêneros
        |жанр|жанры|жанри|žánr|žánry|gatunek|gatunki|类型|類型|ジャンル|장르|ژانر|التصنيف|النوع|الصنف|lajityyppi
        |genret|lajityypit|tür|türü|műfaj|műfajok|είδος|gen|žáner
        |genre film|thể loại|ประเภท|แนว|แนวภาพยนตร์|शैली|வகை|ז'אנר|סוגה|ժանր|ჟანრი|төрөл|žanras|žanrai|žanrs
        |žanri|žanr|janr|janri|zvrst|жанр:|genul|gen film|category|categories|kategória|kategorie
        |kategori|ধরন|শైలి|ប្រភេទ|žanre|listed_in""",
    "languages": """language|languages|language(s)|spoken language|spoken languages|original language|sprache|sprachen
        |originalsprache|langue|langues|langue originale|taal|talen|gesproken taal|idioma|idiomas|idioma original
        |lengua|lingua|lingue|lingua originale|língua|язык|языки|язык оригинала|мова|jazyk|jazyky|język|języki|语言
        |語言|対白语言|言語|언어|زبان|اللغة|لغة|språk|sprog|kieli|kielet|dil|dili|orijinal dil|nyelv|γλώσσα|limba|idioma(s)
        |originalspråk|langue(s)|alkuperäiskieli|jezik|język oryginału
        |bahasa|ngôn ngữ|ภาษา|भाषा|மொழி|שפה|שפות|լեզու|ენა|тілі|хэл|kalba|valoda|keel|tili|език|језик
        |limba originală|ভাষা|భాష|ಭಾಷೆ|ഭാഷ|ភាសា|lingua originale:|original_language
        |spoken_languages""",
    "country": """country|countries|country of origin|countries of origin|production country|production countries|land
        |länder|produktionsland|produktionsländer|herkunftsland|erscheinungsland|pays|pays d'origine|nationalité
        |nationalités|land van herkomst|landen|país|pais|países|país de origen|paese|paese di produzione|paesi|nazione
        |nazionalità|país de origem|страна|страны|производство|країна|země|země původu|země výroby|kraj
        |kraje produkcji|produkcja|制片国家/地区|制片国家|国家|地区|国家/地区|產地|製作国|制作国|国|제작국|제작국가
        |국가|کشور|کشور سازنده|محصول|البلد|بلد الإنتاج|بلد المنشأ|maa|valmistusmaa|ülke|ülkesi|yapım ülkesi|ország
        |gyártó ország|χώρα|țara|krajina|país(es)|pays de production|kraj produkcji|država
        |negara|negara asal|quốc gia|nước sản xuất|ประเทศ|देश|நாடு|מדינה|ארץ|ארץ הפקה|երկիր|ქვეყანა|елі|улс
        |šalis|valsts|riik|davlat|mamlakat|zemlja porijekla|држава|страна:|država porekla
        |țara de origine|দেশ|దేశం|ប្រទេស|production_countries|nacionalidad|nacionalidade|χώρα παραγωγής""",
    "rating": """rating|score|ratings|avg rating|average rating|user rating|users rating|user score|average score|imdb
        |imdb rating|imdb score|audience score|critics score|tomatometer|points|bewertung|wertung|note|note moyenne
        |note spectateurs|beoordeling|waardering|cijfer|puntuación|puntuacion|valoración|nota|nota media|voto
        |voto medio|valutazione|avaliação|рейтинг|оценка|оцінка|hodnocení|ocena|średnia ocena|评分|評分|豆瓣评分|評価
        |평점|평점/평가|별점|امتیاز|نمره|التقييم|betyg|snittbetyg|bedømmelse|vurdering|arvosana|puan|puanı|imdb puanı
        |értékelés|βαθμολογία|hodnotenie|karakter|einkunn
        |penilaian|nilai|điểm|đánh giá|คะแนน|रेटिंग|मूल्यांकन|மதிப்பீடு|דירוג|ציון|գնահատական|რეიტინგი|рейтингі
        |үнэлгээ|įvertinimas|vērtējums|hinne|hinnang|reyting|ocjena|ocena filma|оцена|оценка imdb|vote_average
        |imdb_score|imdb-note|rating imdb|imdb rating:|imdb puan|imdb puanı:|skor|csfd|reitingas|τιμή|βαθμός
        |评分:|scor|notă|মূল্যায়ন|রেটিং|আমাদের রেটিং|రేటింగ్|рейтинг кинопоиск|рейтинг кинопоиска|рейтинг imdb|кинопоиск|рейтинг кп
        |оценка кинопоиск|рейтинг фильма|imdb-bewertung|note imdb|nota imdb|valoración imdb|ocena imdb|hodnocení imdb
        |hodnocení diváků|hodnocení uživatelů|note presse|note des spectateurs|publikumswertung
        |valoración de usuarios|ocena użytkowników|nota média|средняя оценка|スコア|네티즌 평점|điểm imdb
        |تقييم|امتیاز imdb|punteggio|vertinimas""",
    "votes": """votes|vote count|number of votes|number of ratings|stimmen|nombre de votes|votos|stemmen|voti|голоса
        |голосов|hlasy|liczba głosów|评价人数|投票数|oy|oy sayısı|röster|stemmer|ääniä|szavazatok
        |jumlah suara|lượt đánh giá|vote_count|num_votes|numvotes|votes count|balsai|balsis|glasova|glasov""",
    "certificate": """certificate|certification|mpaa rating|mpaa|rated|age rating|content rating|age|fsk
        |freigegeben ab|altersfreigabe|classification|kijkwijzer|leeftijd|clasificación|censura|classificação
        |classificação indicativa|возраст|возрастное ограничение|mpaa рейтинг|年齢制限|映倫区分|관람등급|등급
        |åldersgräns|aldersgrænse|aldersgrense|ikäraja|yaş sınırı|korhatár|přístupnost
        |klasifikasi|rating usia|usia|giới hạn tuổi|เรท|הגבלת גיל|գ տարիք|ასაკი|жас шектеуі|amžiaus cenzas
        |vecuma ierobežojums|vanusepiirang|amžius|cenzas|indeks|indeksas|censúra|přístupnost:|calificación|edad
        |edad recomendada|clasificación por edades|classificação etária|korosztály|besorolás|kategorija|ქიჯ
        |content_rating|certificado|certificato|prístupnosť|wiek|od lat
        |cert|cert.|fsk:|altersempfehlung|jugendfreigabe""",
    "rank": """#|no|no.|nr|nr.|nº|n°|rank|position|pos|pos.|place|rang|platz|plaats|puesto|posizione|место|№|pořadí
        |miejsce|排名|순위|順位|رتبه|sıra|plats
        |peringkat|hạng|อันดับ|श्रेणी क्रम|דירוג מקום|տեղ|ადგილი|орны|vieta|koht|o'rin|mjesto
        |ranking|rang:""",
}  # fmt: skip


def _fold(label: str) -> str:
    plain = unicodedata.normalize("NFKC", label).replace("’", "'").replace("\u00ad", "").casefold()
    return " ".join(plain.split()).strip(" :՝*•·-–|▼▲↓↑\u200e\u200f")


_FIELDS: dict[str, str] = {_fold(label): field for field, labels in _LABELS.items() for label in labels.split("|")}
_NOTE = re.compile(r" ?(?:\([^()]{0,40}\)|\[[^\[\]]{0,40}\])$")
_OF_A_FILM = re.compile(
    r"(?<![^\W\d_])(?:of the |du |del |della |dello |do |de la |des |zum |van de )?"
    r"(?:films?|filmu|filme[ns]?|filmului|movies?|película|фильма?|фільму|филма|ταινίας)(?![^\W\d_])"
    r"|劇場|映画|电影|電影|影片|영화|phim",
)
"""What a label says beside its field: "Nota film", "Durée du film", 劇場公開日."""
_LINE = re.compile(r"\s*+([^:：՝]{1,40}?)\s*+[:：՝]\s*+(\S.*)?$", re.DOTALL)
_COLON = re.compile("[:：՝]")
_WORD = re.compile(r"[^\s|,;/]+")
_LONGEST_LINE = 2000


def label_field(label: str) -> str | None:
    """The field (as in `moviescrape.movie`) that a label names, or None; colons, case and a note in brackets don't matter.

    >>> [label_field(t) for t in ("Directed by", "Laufzeit:", "主演", "Release date(s)", "Produced by")]
    ['directors', 'runtime', 'actors', 'year', None]
    """
    if len(label) > 60:
        return None
    folded = _fold(label)
    known = _FIELDS.get(folded) or _FIELDS.get(_NOTE.sub("", folded))
    if known or not _OF_A_FILM.search(folded):
        return known or _field_of_two(folded)
    return _FIELDS.get(_OF_A_FILM.sub("", folded).strip())


def _field_of_two(label: str) -> str | None:
    """Return "year" for a label of two facts of which one is the year, "Land & jaar": a year is found beside anything."""
    fields = [_FIELDS.get(part) for part in _AND.split(label, maxsplit=1)]
    return "year" if len(fields) > 1 and "year" in fields and None not in fields else None


_AND = re.compile(r"\s?[&/,+]\s?|\s(?:and|und|en|et|y|e|i|og|och|ja|a|ve|и|та)\s")


def plain_label_field(label: str) -> str | None:
    """Return the field that a label names which is written without accents, as keys of programs are.

    >>> plain_label_field("yonetmen"), plain_label_field("rezie"), plain_label_field("sinopse")
    ('directors', 'directors', None)
    """
    return _plain_fields().get(_fold(label)) if len(label) <= 60 else None


@cache
def _plain_fields() -> dict[str, str]:
    decomposed = ((unicodedata.normalize("NFD", label), field) for label, field in _FIELDS.items())
    return {"".join(c for c in label if not unicodedata.combining(c)).replace("ı", "i"): field for label, field in decomposed}


def split_label(line: str) -> tuple[str, str] | None:
    """(field, the rest) of a line that begins with a known label and a colon; None where it doesn't.

    >>> split_label("Director: Ana Bo"), split_label("Running time : 1 h"), split_label("Tip: none")
    (('directors', 'Ana Bo'), ('runtime', '1 h'), None)
    """
    found = _LINE.match(line[:_LONGEST_LINE])
    field = label_field(found[1]) if found else None
    return (field, (found[2] or "").strip()) if found and field else None


def said_after(lines: Iterable[str], field: str) -> str | None:
    """What follows the first label of `field` at the beginning of one of `lines`; None where no line has one.

    >>> said_after(["Director: Ana Bo", "主演：李雷 / 韩梅"], "actors")
    '李雷 / 韩梅'
    """
    return next((said[1] for line in lines if (said := split_label(line)) and said[0] == field and said[1]), None)


def split_labels(line: str) -> list[tuple[str, str]]:
    """(field, value) for each known label with a colon in a line that begins with one, up to the next label.

    >>> split_labels("Director: Ana Bo With: Cy Do, Eva Fu")
    [('directors', 'Ana Bo'), ('actors', 'Cy Do, Eva Fu')]
    """
    line = line[:_LONGEST_LINE]
    marks: list[tuple[int, int, str]] = []
    for colon in _COLON.finditer(line):
        words = [word.start() for word in _WORD.finditer(line, max(0, colon.start() - 40), colon.start())][-3:]
        starts = words if marks else [start for start in words if not line[:start].rstrip(" |,;/·•-")]
        found = next(((start, field) for start in starts if (field := label_field(line[start : colon.start()]))), None)
        if found:
            marks.append((found[0], colon.end(), found[1]))
    ends = [start for start, _, _ in marks[1:]] + [len(line)]
    return [(field, line[start:end].strip(" |,;/·")) for (_, start, field), end in zip(marks, ends, strict=False)]

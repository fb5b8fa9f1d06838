"""The languages of the practice catalogue: their share over the decades, and the names and titles that go with them.

All people and titles are invented: family names are put together from syllables, titles from unlikely words.
"""

from dataclasses import dataclass

from moviescrape.practice.vocabulary import words


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its country, its share of the movies in 1930 and in 2020 (before the seed adds a vogue), and its words.

    A family name is one of `heads` and one of `tails` joined. `titles` are original titles.
    """

    name: str
    country: str
    share: tuple[float, float]
    given: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    titles: tuple[str, ...] = ()
    family_first: bool = False


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("/"))


LANGUAGES: tuple[Language, ...] = (
    Language(
        "English",
        "United States",
        (10, 9),
        words(
            "Ada Beatrix Clement Dorothea Edwin Fern Gideon Harriet Ivor Jocasta Kit Leopold Maude Ned Ottilie Percy Quentin "
            "Rosalind Silas Tabitha Una Verity Winifred Zeb"
        ),
        words(
            "Amble Brindle Cobbler Dapple Elder Fother Gannet Hobble Ingle Jasper Kestrel Larch Mottle Nettle Orchard Pebble "
            "Quarrel Rumble Saffron Thimble"
        ),
        words("beck combe croft dale fell gate hurst ley mere stow thwaite worth"),
    ),
    Language(
        "French",
        "France",
        (3, 1.6),
        words("Apolline Bastien Clothilde Désiré Édith Fantine Gaspard Honorine Isidore Jérôme Léonce Mélisande Noël Océane Zoé"),
        words("Beau Clair Grand Haute Mont Noir Roche Val Vieil"),
        words("bruyère champ fontenelle lièvre mouton pinson ruisseau sabot tilleul"),
        _lines(
            "Le Parapluie de sel / L'Été des girouettes / Sept lettres pour Valmorin / Un goût d'ardoise / La Passeuse de brume"
        ),
    ),
    Language(
        "German",
        "Germany",
        (2.4, 0.9),
        words(
            "Adelheid Burkhard Dietlinde Ewald Friedegund Gernot Hadwig Ingbert Jörg Käthe Ludolf Notburga Ottokar Traudl Wülf"
        ),
        words("Birken Distel Eichel Fichten Grün Hasel Krähen Löffel Mühlen"),
        words("acker bichler döring fänger hüter kötter macher sänger"),
        _lines("Die Wetterfahne / Über den Salzdächern / Der Schlüssel von Mohrenfels / Nebelgeld / Das Haus der Löffelmacher"),
    ),
    Language(
        "Italian",
        "Italy",
        (1.2, 0.7),
        words("Agnese Baldassarre Clelia Donatella Ermete Fiammetta Gualtiero Ilaria Ludovico Nives Ottavia Romolo Tosca Ulisse"),
        words("Acqua Bella Cala Monte Porta Rocca Sotto Terra"),
        words("bruna cirri fiorita gelsi nardi pioppi salina verna"),
        _lines("Il sarto di Acquaverna / Ombrelli di domenica / La notte dei gelsi / Nove traghetti / Chi ha visto Ermete?"),
    ),
    Language(
        "Spanish",
        "Spain",
        (0.9, 1.5),
        words(
            "Amparo Baltasar Casilda Dámaso Eulalia Fermín Griselda Hilario Íñigo Jacinta Leocadio Nieves Plácido Remedios Ximena"
        ),
        words("Alta Campo Fuente Monte Puerta Rio Torre Villa"),
        words("almena cigüeña espina hueso lirio mora pardal zarza"),
        _lines("El faro de papel / Mañana en Torremora / La sal y la niña / Cuatro relojes parados / Año nuevo en Altazarza"),
    ),
    Language(
        "Japanese",
        "Japan",
        (0.7, 1.4),
        words("Asagiri Chitose Hayate Itsuki Kohaku Minamo Nagisa Shigure Tsubame Yukari"),
        words("Ame Hoshi Kawa Kumo Mizu Tsuki Yama Yuki"),
        words("bashi gawa hara mori numa saki zato"),
        _lines("雨の郵便局 / 塩の灯台 / 紙の渡し船 / 七番目の傘 / 霧売り"),
    ),
    Language(
        "Hindi",
        "India",
        (0.3, 1.5),
        words("Aarohi Bhairav Chandrika Dhruvika Falgun Gaurang Ishani Kaveri Malhar Nandini Omkara Rajani Tarang"),
        words("Amra Deva Indra Jala Megha Nila Surya"),
        words("kanta lekar mohan nathi pande raji vardhi"),
        _lines("कागज़ की पतंगबाज़ी / नमक का घर / सात छाते / बरसाती डाकघर"),
    ),
    Language(
        "Korean",
        "South Korea",
        (0.05, 1.3),
        words("Ahra-mi Bomi-ra Dangyeon Garam-i Haneul-sol Isol-bi Naru-on Sebyeok-i Tae-morin"),
        words("Bak Dae Gwi Hwan Maeng Ok Seom"),
        words("han ra son won"),
        _lines("모퉁이 우체국 / 소금 등대 / 우산 수리공 / 종이 나루"),
        family_first=True,
    ),
    Language(
        "Mandarin",
        "China",
        (0.15, 1.2),
        words("Anlan Baihe Chunxiao Feiyan Guanyu Lanxin Mingyue Qiuhe Shuiyun Yaqin"),
        words("Bei Dong He Jin Nan Shang Xi"),
        words("he lan lu men yu"),
        _lines("盐灯塔 / 纸伞匠的女儿 / 第七班渡轮 / 雾里的钟"),
        family_first=True,
    ),
    Language(
        "Russian",
        "Russia",
        (0.8, 0.6),
        words("Аглая Вениамин Глафира Демьян Евдокия Захар Капитолина Лукерья Матвей Пелагея"),
        words("Верес Гусляр Древн Ключар Ладож Морош Солян"),
        words("енко ин ицкий ович ук"),
        _lines("Соляной маяк / Зонт на двоих и ещё один / Почта под дождём / Седьмой паром"),
    ),
    Language(
        "Swedish",
        "Sweden",
        (0.5, 0.4),
        words("Alfhild Börje Dagny Eskil Göta Hjördis Ingemo Knut-Åke Ragnhild Sölve Torborg Yngve"),
        words("Björk Ek Gran Häll Lind Näs Sjö Ång"),
        words("blad dotter gren hammar kvist mark ström"),
        _lines("Saltfyren / Sju färjor till Ånghammar / Paraplymakarens vinter / Öns sista brevbärare"),
    ),
    Language(
        "Portuguese",
        "Brazil",
        (0.2, 0.6),
        words("Anacleta Belarmino Conceição Deolinda Eleutério Florbela Gonçalo Iracema Jacinto Lindaura Otaviano Zulmira"),
        words("Alva Campo Mata Pedra Ribeira Serra"),
        words("bonita cegonha mansa nova salgueira velha"),
        _lines("O farol de papel / Sete guarda-chuvas / A balsa de Matavelha / Coração de maçã e sal"),
    ),
    Language(
        "Arabic",
        "Egypt",
        (0.15, 0.5),
        words("Amalthea Badriya Dunya Farouha Ghaliya Hamdoun Jumana Kamar Labib Nazik Rafik Zumurrud"),
        words("Al-Bah Al-Far Al-Ham Al-Naj Al-Qas Al-Sah"),
        words("adi ani ari awi ouni"),
        _lines("منارة الملح / سبع مظلات / بريد المطر / ليلة العبّارة"),
    ),
    Language(
        "Greek",
        "Greece",
        (0.15, 0.3),
        words("Ανθούλα Διομήδης Ερατώ Ζηνοβία Κλεάνθης Μυρσίνη Πηνελόπη Φαίδων"),
        words("Αλατο Θαλασσ Κυματ Μυλων Φαναρ"),
        words("άκης ίδης όπουλος"),
        _lines("Ο φάρος από αλάτι / Επτά ομπρέλες / Το τελευταίο πορθμείο"),
    ),
)

ENGLISH = LANGUAGES[0]

SILENT = "None"
"""What a real site prints as the language of a movie in which nobody speaks."""

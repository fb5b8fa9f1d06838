"""Well-known titles are found in many languages; words of menus never are."""

from pathlib import Path

import pytest

from moviescrape.parse.records.known_titles import FILE, count_known, hash_title

MENU_WORDS = Path(__file__).parents[2] / "bench/menu_words.txt"


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(["The Godfather", "Pulp Fiction", "Spirited Away"], id="English"),
        pytest.param(["El padrino", "La vida es bella", "Relatos salvajes"], id="Spanish"),
        pytest.param(["O Poderoso Chefão", "Cidade de Deus", "Central do Brasil"], id="Portuguese"),
        pytest.param(["Le Parrain", "Les Quatre Cents Coups", "La Haine"], id="French"),
        pytest.param(["Der Pate", "Das Leben der Anderen", "Lola rennt"], id="German"),
        pytest.param(["Il padrino", "La dolce vita", "Ladri di biciclette"], id="Italian"),
        pytest.param(["Soldaat van Oranje", "Alles is liefde", "De leeuwenkoning"], id="Dutch"),
        pytest.param(["Ojciec chrzestny", "Milczenie owiec", "Ziemia obiecana"], id="Polish"),
        pytest.param(["Ostře sledované vlaky", "Lví král", "Návrat do budoucnosti"], id="Czech"),
        pytest.param(["A keresztapa", "Macskafogó", "Sátántangó"], id="Hungarian"),
        pytest.param(["Moartea domnului Lăzărescu", "Lista lui Schindler", "Aferim!"], id="Romanian"),
        pytest.param(["Det sjunde inseglet", "Fanny och Alexander", "Gudfadern"], id="Swedish"),
        pytest.param(["Babettes gæstebud", "Løvernes Konge", "Adams æbler"], id="Danish"),
        pytest.param(["Tuntematon sotilas", "Kummisetä", "Tähtien sota"], id="Finnish"),
        pytest.param(["Κυνόδοντας", "Ο νονός", "Η ζωή είναι ωραία"], id="Greek"),
        pytest.param(["Esaretin Bedeli", "Kış Uykusu", "Hababam Sınıfı"], id="Turkish"),
        pytest.param(["Побег из Шоушенка", "Летят журавли", "Назад в будущее"], id="Russian"),
        pytest.param(["Тіні забутих предків", "Хрещений батько", "Мавка. Лісова пісня"], id="Ukrainian"),
        pytest.param(["Ko to tamo peva", "Tko pjeva zlo ne misli", "Kralj lavova"], id="Serbian and Croatian"),
        pytest.param(["רשימת שינדלר", "ואלס עם באשיר", "מלך האריות"], id="Hebrew"),
        pytest.param(["العراب", "الأسد الملك", "كفرناحوم"], id="Arabic"),
        pytest.param(["پدرخوانده", "جدایی نادر از سیمین", "طعم گیلاس"], id="Persian"),
        pytest.param(["रंग दे बसंती", "मदर इंडिया", "Dilwale Dulhania Le Jayenge"], id="Hindi"),
        pytest.param(["แฟนฉัน", "พี่มาก..พระโขนง", "ฉลาดเกมส์โกง"], id="Thai"),
        pytest.param(["Ký Sinh Trùng", "Mùi Đu Đủ Xanh", "Vua Sư Tử"], id="Vietnamese"),
        pytest.param(["Laskar Pelangi", "Ada Apa dengan Cinta?", "Pengabdi Setan"], id="Indonesian"),
        pytest.param(["肖申克的救赎", "霸王别姬", "流浪地球"], id="Chinese, simplified"),
        pytest.param(["刺激1995", "悲情城市", "神隱少女"], id="Chinese, traditional"),
        pytest.param(["ショーシャンクの空に", "東京物語", "となりのトトロ"], id="Japanese"),
        pytest.param(["쇼생크 탈출", "기생충", "살인의 추억"], id="Korean"),
    ],
)
def test_titles_of_each_language_are_known(titles: list[str]) -> None:
    assert count_known(titles) == len(titles)


def test_words_of_menus_are_not_known() -> None:
    lines = MENU_WORDS.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert len(words) > 400
    assert [word for word in words if count_known([word])] == []


def test_case_and_punctuation_do_not_matter() -> None:
    assert hash_title("WALL·E, the movie") == hash_title("wall e - The Movie!")


def test_accents_may_be_letters_of_their_own() -> None:
    assert hash_title("La Règle du jeu") == hash_title("La Re\u0300gle du jeu")


def test_a_title_counts_once() -> None:
    assert count_known(["The Godfather", "THE GODFATHER", "the godfather!"]) == 1


@pytest.mark.parametrize("text", ["", "Up", "1917", "2001 2010", "…", "家"])
def test_short_texts_and_numbers_mean_nothing(text: str) -> None:
    assert hash_title(text) is None


def test_the_file_is_sorted_and_small() -> None:
    packed = FILE.read_bytes()
    hashes = [packed[at : at + 5] for at in range(0, len(packed), 5)]
    assert len(packed) <= 300_000
    assert hashes == sorted(set(hashes))
    assert len(hashes[-1]) == 5

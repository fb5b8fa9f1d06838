"""Written forms of running times, years and ratings, each with its value or None: read for certain, or missing."""

import pytest

from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.runtimes import read_runtime
from moviescrape.parse.values.years import read_year

RUNTIMES: dict[str, int | None] = {
    # hours and minutes in words
    "1 hour 37 minutes": 97, "1 hr. 37 mins.": 97, "1hr37": 97, "1 h, 37 min": 97, "one hour 37 minutes": 97,

    "an hour and 37 minutes": 97, "two hours": 120, "1 Std. 37 Min.": 97, "1 Stunde und 37 Minuten": 97,
    "eine Stunde 37 Minuten": 97,
    "1 heure 37 minutes": 97, "1 h 37 mn": 97, "1 uur en 37 minuten": 97, "1u37": 97, "1 hora y 37 minutos": 97,
    "1 hora e 37 minutos": 97, "1 ora e 37 minuti": 97, "1 hora i 37 minuts": 97, "2 ore": 120, "1 oră și 37 de minute": 97,
    "1 hodina 37 minut": 97, "2 hodiny 5 minút": 125, "1 hod. 37 min.": 97, "1 godz. i 37 min.": 97, "2 godziny 5 minut": 125,
    "1 година 37 хвилин": 97, "1 год. 37 хв.": 97, "2 часа 5 минут": 125, "1 ч. 37 мин.": 97, "1 гадзіна 37 хвілін": 97,
    "1 час и 37 минути": 97, "1 sat i 37 minuta": 97, "1 сат и 37 минута": 97, "1 ura in 37 minut": 97,
    "1 hour xyz 37 min": None, "1 ura 37 minut": 97,
    "1 time og 37 min": 97,
    "1 t. 37 min.": 97, "2 timer": 120, "1 timme och 37 minuter": 97, "1 tim 37 min": 97,
    "1 klst. 37 mín.": 97, "1 tunti ja 37 minuuttia": 97, "1 t 37 min": 97, "1 tund 37 minutit": 97, "1 valanda 37 minutės": 97,
    "1 val. 37 min.": 97, "1 st. 37 min.": 97, "1 stunda 37 minūtes": 97, "1 óra és 37 perc": 97, "1 saat ve 37 dakika": 97,
    "1s 37dk": 97, "1 saat 37 dəqiqə": 97, "1 ώρα και 37 λεπτά": 97, "97 λεπτά": 97, "1 orë 37 minuta": 97,
    "1 giờ 37 phút": 97, "1 ชั่วโมง 37 นาที": 97, "1 ชม. 37 น.": 97, "1 jam 37 menit": 97, "1 jam 37 minit": 97,
    "1 oras 37 minuto": 97, "1 שעה ו-37 דקות": 97, "שעה ו-37 דקות": 97, "שעתיים": 120, "ساعة و 37 دقيقة": 97,
    "۱ ساعت و ۳۷ دقیقه": 97, "یک ساعت و ۳۷ دقیقه": 97, "1 घंटा 37 मिनट": 97, "९७ मिनट": 97, "৯৭ মিনিট": 97,
    "97 நிமிடங்கள்": 97, "1 மணி நேரம் 37 நிமிடங்கள்": 97, "1 საათი 37 წუთი": 97, "1 ժամ 37 րոպե": 97, "1 сағат 37 минут": 97,
    "1 цаг 37 минут": 97, "1 soat 37 daqiqa": 97, "1小时37分钟": 97, "1小時37分": 97, "一个小时37分钟": 97, "1時間37分": 97,
    "1時間半": 90, "1시간 37분": 97, "1시간 반": 90, "片长：97分钟（中国大陆）": 97, "1 ora e mezza": 90, "1½ hours": 90,
    "1,5 Std.": 90, "1.5 hours": 90,
    # marks, clocks, numbers
    "97'": 97, "97’": 97, "97´": 97, "97′": 97, "1 h 37'": 97, "1h37": 97, "1 h 37": 97, "01h37m": 97, "97:12": 97,
    "108:12": 108, "1:37": 97, "01:37": 97, "1:37:12": 97, "1:37 Std.": 97, "97 мин / 01:37": 97, "97": 97, "97.0": 97,
    "(97)": 97, "~97": 97, "ca. 97": 97, "ca. 97 min": 97, "97 mins approx": 97, "97 min.": 97, "97 min 30 s": 97,
    "1,440 min": 1440, "90.5 min": 90, "97\u202fmin": 97, "１時間３７分": 97, "USA, 1999, 97 min": 97, "FSK 12, 97 Min.": 97,
    # ISO 8601 and what is meant by it
    "PT97M": 97, "PT1H37M": 97, "P126M": 126, "PT02H02M00S": 122, "P57mM": 57, "P0DT1H5M": 65, "PT5820S": 97, "P1H37M": 97,
    "PT 1H 37M": 97, "P0Y0M0DT1H37M0S": 97, "PT1H": 60, "PT": None, "P": None, "P1Y2M": None,
    # several versions, parts
    "72 min (TV: 4x15 min)": 72, "108 min (16x9)": 108, "2x75 min": 150, "2x75 min (cut: 139 min)": 150, "3 × 52'": 156,
    "11 h 20 min (44–60 min)": 680, "97 min | 103 min": 97, "97 Minutes (1 hr. 37 min.)": 97,
    # not certain
    "1 xyz 37 min": None, "1 xyz and 37 min": None, "2 xyz, 5 min": None, "xyz hour 37 min": None, "1 h 37 xyz": None,
    "44–60 min": None, "90-95 min": None, "90 to 95 min": None, "10 Folgen à 45 Min.": None, "12 ep. x 45 min": None,

    "12:30": None, "20:15": None, "20h30": None, "20 h": None, "1:37 min": None, "2.30 h": None, "1 time": None,
    "3M": None, "(2.9M)": None,
    "60's": None, "1920x1080": None, "0 min": None, "99999 min": None, "": None, "n/a": None, "TBA": None,
}  # fmt: skip

YEARS: dict[str, int | None] = {
    "1999": 1999, "(1999)": 1999, "[1999]": 1999, "（1999）": 1999, "(I) (1999)": 1999, "(1999/I)": 1999, "I 1999": 1999,
    "1999-2003": 1999, "1999–": 1999, "1999-": 1999, "(TV Series 1999–2003)": 1999, "(1999 Documentary)": 1999,
    "(1999 TV Movie)": 1999, "(1999, TV Movie)": 1999, "Heat (1999)": 1999, "Metropolis 2049 (1999)": 1999, "c. 1999": 1999,
    "1999?": 1999, "1999年": 1999, "1999년": 1999, "1999 г.": 1999, "2 March 1999": 1999, "Mar 2, 1999": 1999,
    "Sep 1999": 1999,
    "1999-03-02": 1999, "1999-03-02T00:00:00.000-04:00": 1999, "02.03.1999": 1999, "3/2/1999": 1999, "03/1999": 1999,
    "03.1999": 1999, "1999.03.02": 1999, "19990302": 1999, "7/18/1999 4:00:00 PM": 1999, "1999年3月2日": 1999,
    "١٩٩٩": 1999, "१९९९": 1999, "１９９９": 1999, "1999 (re-release 2019)": 1999, "1971 (UK) 30 December 1989 (DE)": 1971,
    "1999/2000": 1999, "1999年(平成11年)3月4日": 1999, "พ.ศ. 2542 (1999)": 1999, "พ.ศ. 2542": 1999, "๒๕๔๒": 1999,
    "B.E. 2542": 1999, "平成11年": 1999, "昭和元年": 1926, "令和2年": 2020, "民國88年": 1999, "民国88年": 1999,
    "1378/02/01": 1999, "۱ اردیبهشت ۱۳۷۸": 1999,
    "۱۳۷۸": None, "1378": None, "1378/11/01": None, "2542": None, "平成40年": None, "昭和": None, "1080p": None,
    "1920x1080": None,
    "1999,50": None, "$1999": None, "19991": None, "1.999": None, "12,1999 votes": None, "3020": None, "99": None, "'99": None,
    "MCMXCIX": None, "TBA": None, "": None,
}  # fmt: skip

RATINGS: dict[str, float | None] = {
    "8.7": 8.7, "8,7": 8.7, "2,4": 2.4, "8": 8.0, "10": 10.0, "8.70": 8.7, "87%": 8.7, "87 %": 8.7, "%87": 8.7, "87％": 8.7,
    "87 percent": 8.7, "0%": 0.0, "4.2/5": 8.4, "4,2 / 5": 8.4, "4.2 of 5": 8.4, "4.2 out of 5 stars": 8.4, "8.7/10": 8.7,
    "8.7 / 10 (1.2M)": 8.7, "78/100": 7.8, "15/20": 7.5, "8,7 von 10": 8.7, "8,7 sur 10": 8.7, "8,7 из 10": 8.7,
    "8,7 z 10": 8.7,
    "8,7 su 10": 8.7, "8,7 av 10": 8.7, "۷٫۴ از ۱۰": 7.4, "3½/5": 7.0, "3½": 3.5, "★★★½": 7.0, "★★★★☆": 8.0, "★ ★ ★ ☆ ☆": 6.0,
    "★★★★★★★☆☆☆": 7.0, "⭐️⭐️⭐️": 6.0, "★ 8.1": 8.1, "8.7 (1.2M)": 8.7, "(1.2M) 8.7": 8.7, "8.7 (1,234)": 8.7,
    "7.4 51 votes": 7.4, "8.1 of 1,234 votes": 8.1, "#12 8.1": 8.1, "评分8.1": 8.1, "8.1分": 8.1, "IMDb 8.1": 8.1,
    "\ue803 8.1": 8.1, "9. 5": 9.5, "별표 5개 만점에 4.0개를 받았습니다.": 8.0,
    "11": None, "84": None, "-1": None, "0": None, "0.0 (0 votes)": None, "1 of 3": None, "7/18/2017": None, "51 votes": None,
    "1.2M": None, "1,234": None, "8.7.2": None, "97 min": None, "PG-13": None, "B+": None, "102063%": None, "Metascore 8": None,
    "Your rating: 9": None, "Deine Bewertung: 9": None, "Моя оценка 9": None, "我的评分 9": None, "Рейтинг ожидания 98 %": None,
    "98% want to see": None, "期待 9.1": None, "\ue8a1.\uf1b2": None, "8.\ue8a1": None, "n/a": None, "?": None, "": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "minutes"), RUNTIMES.items())
def test_runtime(text: str, minutes: int | None) -> None:
    assert read_runtime(text) == minutes


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_year(text: str, year: int | None) -> None:
    assert read_year(text) == year


@pytest.mark.parametrize(("text", "score"), RATINGS.items())
def test_rating(text: str, score: float | None) -> None:
    assert read_rating(text) == score

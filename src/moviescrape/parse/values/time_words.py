"""Words of running times in the languages that film pages are written in: hours, minutes, "and", small numerals.

Words are in lower case (`str.casefold`), without the full stop of an abbreviation.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


HOURS = _words("""
    h hr hrs hour hours ora ore orë orët orari orar std stdn stunde stunden heure heures hora horas hores ordu oră oras
    uur uren ure ura uri ur tim timme timmar timmen timar timer tuntia tunti tunnin tund tundi tunnid klst klukkustund
    klukkustundir klukkutími klukkutímar hod hodina hodiny hodin hodín hodinu godz godzina godziny godzin godzinę sati sata
    óra órás óraja val valanda valandos valandų stunda stundas stundu oras saat sa saatlik soat giờ tiếng jam
    uair uaire awr oriau siegħa sigħat horo horoj
    ч час часа часов часове часови часот гадз гадзіна гадзіны гадзін год година години годин годину сат сати сата
    сағат сағ саат соат цаг ώρα ώρες ωρα ωρες ώρ ωρ שעה שעות שע ساعة ساعات ساعه ساعت ساعته گھنٹہ گھنٹے گھنٹا
    घंटा घंटे घण्टा घण्टे घंटों तास घण्टे ঘণ্টা ঘন্টা ਘੰਟਾ ਘੰਟੇ કલાક மணி మణి గంట గంటలు గంటల ಗಂಟೆ ಗಂಟೆಗಳು മണിക്കൂർ පැය
    საათი საათს სთ ժամ ժ ชั่วโมง ชม ຊົ່ວໂມງ ម៉ោង နာရီ 小时 小時 个小时 個小時 钟头 鐘頭 个钟头 個鐘頭 時間 시간
""")
WEAK_HOURS = _words("t s st u g sat time с 時 时 시")
"""Short or ambiguous words (an English "time", "1st") that mean hours only where minutes follow."""
MINUTES = _words("""
    m min mins mn mnt mín minút minute minutes minuts minuten minuut minuta minute minuto minutos minuti minuty minut minutę
    minutů minutą minuter minutter minutt minutters minuttia minuutti minuuttia minuutin minutit minutid minutė minutės
    minučių minūte minūtes minūšu mínúta mínútur mínútna minutu minutë minutash min'ut minit menit minuutit minutoj
    minit nóiméad munud perc percek p perces dk dak dakika dakikalık dəq dəqiqə daq daqiqa phút ph
    мин минут минута минуты минуту минути минуте  мінут хв хвил хвилин хвилина хвилини хвіл хвілін хвіліна хвіліны мүнөт
    дақиқа дақ λεπ λεπτά λεπτο λεπτό λεπτα דקות דקה דק دقيقة دقيقه دقائق دقایق دقیقه دقيقتان دقه منٹ
    मिनट मिनिट मिनटों मिनेट मिनिटे मि মিনিট মি ਮਿੰਟ મિનિટ நிமிடம் நிமிடங்கள் நிமி నిమిషాలు నిమిషం నిమిషాల నిమి ನಿಮಿಷ
    ನಿಮಿಷಗಳು മിനിറ്റ് മിനിട്ട് വിනාඩි විනාඩි წუთი წუთის წთ րոպե ր นาที น ນາທີ នាទី မိနစ် 分 分钟 分鐘 分間 분
""")
AND = _words("""
    and und et en e y i és es og och ja ve və va eta a și si и і й та и және ו و और ও และ và dan at da ir un in και & + ,
""")
HALF = _words("半 반 half halbe halb demie demi mezza mezzo media meia pół půl halv halvt половиной וחצי نیم")
FILLERS = _words("de நேரம்")
"""Words between a number and its unit ("48 de minute"), or second words of a unit."""
NUMERALS = {
    word: number
    for number, words in {
        1: """one an a ein eine einer une un una un' uma um een één en ett ei yksi jedna jeden jedną един одна один egy bir
              một satu isang واحدة یک يک एक หนึ่ง 一 한 мία μία μια אחת o""",
        2: """two zwei deux dos due duas dois twee två to kaksi dvě dve dwie две два дві két kettő iki hai dua dalawang
              दो δύο δυο שתי 两 兩 二 두""",
        3: """three drei trois tres tre três drie tři tri trzy három üç ba tiga سه ثلاث तीन τρεις שלוש 三 세""",
    }.items()
    for word in _words(words)
}
WHOLE_HOURS = {"ساعة": 1, "ساعه": 1, "שעה": 1, "ساعتان": 2, "ساعتين": 2, "שעתיים": 2} | {
    f"{numeral}{unit}": number
    for numeral, number in {"一": 1, "两": 2, "兩": 2, "二": 2, "三": 3}.items()
    for unit in ("小时", "小時", "个小时", "個小時")
}
"""Words that name a number of hours by themselves, as Arabic, Hebrew and Chinese do."""
UNSPACED = tuple(sorted((word for word in HOURS | WEAK_HOURS | MINUTES if word[0] > "\u0e00"), key=len, reverse=True))
"""Units of scripts that set no space between words: a unit is followed by whatever comes next."""

"""The words that programmes set before a director or a cast without a colon, as patterns."""

DIRECTORS = (
    r"[Dd]irected by|DIRECTED BY|[Dd]ir\.|[Dd]irector|[Dd]irection(?: by)?|[Aa] film by|[Rr]egie(?: von| führte)?"
    r"|[Ee]in [Ff]ilm von"
    r"|[Rr]egia(?: di)?|[Uu]n film di|[Dd]iretto da|[Rr]éal\.|[Rr]éalisé par|[Rr]éalisation(?: de)?|[Uu]n film (?:de|d')"
    r"|[Mm]ise en scène(?: de)?"
    r"|[Dd]irigid[ao] por|[Dd]irección(?: de| por)?|[Dd]ir\. de|[Uu]na película de|[Dd]ireção(?: de)?"
    r"|[Rr]ealização(?: de)?|[Rr]ealizad[ao] por"
    r"|[Uu]m filme de|[Ee]en film van|[Rr]eż\.|[Rr]eżyseria|[Rr]ež\.|[Rr]ežie|[Rr]éžia|[Rr]ežija|[Rr]ežiser|[Rr]endezte"
    r"|[Rr]endező"
    r"|[Oo]hjaus|[Oo]hjannut|[Rr]egi(?: av| af)?|[Ii]nstr\.|[Rr]eg\.|[Рр]еж\.|[Рр]ежисс[её]р|[Рр]ежисер|[Рр]ежисьор|[Рр]ежија"
    r"|[Σσ]κηνοθεσία(?: του| της)?|[Yy]önetmen|בימוי|במאי|إخراج|کارگردان|監督|导演|導演|감독|[Đđ]ạo diễn|[Ss]utradara|ผู้กำกับ"
    r"|निर्देशक"
)
_NAME = r"(?= [^\W\d_a-zà-ÿа-яё])"
"""Before a name: words that stand in sentences as well are followed by a capital, or a letter that has none."""
ACTORS = (
    rf"[Ss]tarring|STARRING|[Ff]eaturing|[Ss]tars|[Cc]ast|(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed|[Cc]u|MIT"
    rf"|AVEC){_NAME}"
    r"|[Ww]ith the voices of|[Ii]nt\.|[Ii]nterpr[eé]t\w{1,4}(?: por)?|[Pp]rotagonizad[ao] por|[Rr]eparto|[Ee]lenco"
    r"|[Ii]n den [Hh]auptrollen|[Hh]auptrollen"
    r"|[Dd]arsteller|[Hh]rají|[Hh]rajú|[Oo]bsada|[Oo]bs\.|[Ww]yst(?:ępują|\.)|[VvWw] hlavních rolích|[Ww] rolach głównych"
    r"|[Ww] rol\. gł\."
    r"|[Ii] rollerna|[Ii] rollene|[Ii] hovedrollerne|[Pp]ääosissa|[Rr]ooleissa|[Ss]zereplők|[Ff]őszereplők|[Uu]loge"
    r"|[Gg]lume|[Ii]grajo|[Nn]astopajo|[Uu]činkujejo"
    r"|[ВвУу] (?:главных |головних )?рол[яі]х|[Уу] ролях|[Вв] ролите|[Зз]а участю|[Сс] участием|[Μμ]ε (?:τους|τις|τον"
    r"|την)|[Ηη]θοποιοί"
    r"|[Oo]yuncular|[Bb]aşroller|שחקנים|بطولة|بازیگران|出演|主演|キャスト|출연|[Dd]iễn viên|[Pp]emain|นักแสดง|कलाकार"
)
OTHERS = (
    r"[Bb]uch|[Dd]rehbuch|[Kk]amera|[Mm]usik|[Ss]chnitt|[Ss]cénario|[Ii]mage|[Mm]usique|[Gg]ui[oó]n|[Ff]otografía"
    r"|[Mm]úsica|[Ss]ceneggiatura"
    r"|[Ff]otografia|[Mm]usica|[Mm]usiche|[Gg]enere|[Gg]énero|[Aa]rgumento|[Ss]cenariusz|[Zz]djęcia|[Ss]cénář|[Ss]crip"
    r"|[Ww]ritten by|[Ww]riter"
    r"|[Pp]roduced by|[Pp]roduc(?:er|tion|ción|tie|ent)|[Vv]erleih|[Dd]istribution|[Dd]istributor|FSK|[Ss]cenario"
)

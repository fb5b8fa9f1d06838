"""The words that the practice catalogue's titles, plots and genres are made of. All is invented; no real movie is named."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, as a word list is easiest to read."""
    return tuple(text.split())


ADJECTIVES = words("""
    Amber Borrowed Brass Careful Chalk Copper Crooked Damp Distant Eleventh Folded Gentle Hesitant Inland Juniper Knitted Lesser
    Mended Nearly Oblique Paper Patient Quilted Reluctant Salted Seventh Silted Slanted Spare Threadbare Tin Tilted Unposted
    Upper Varnished Velvet Wayward Woollen
""")

NOUNS = words("""
    Accordion Almanac Aqueduct Barometer Beekeeper Bellwether Cartographer Causeway Cooper Drawbridge Estuary Ferryman Footnote
    Glassblower Gazebo Harmonium Inkwell Isthmus Kiln Lamplighter Lighthouse Locksmith Mandolin Millrace Orchardist Paddock
    Piano-Tuner Postmaster Quarry Rookery Saddler Semaphore Signalbox Sundial Tollhouse Towpath Typesetter Umbrella Viaduct
    Weathervane Windmill Zeppelin
""")

THINGS = words("Barometers Bridges Buttons Clocks Ferries Kites Lanterns Letters Oranges Spoons Umbrellas Windmills")

PLACES = (
    *words("Aldermere Dunmarrow Fennimarch Hollinsea Kestrow Marrowdale Ostermouth Quillstead Saltby Thornholt Windle Zennorby"),
    *("Bittern Island", "Cold Velmora", "East Orlo", "Grand Tesselby", "Nine Elms Bay", "Port Salter", "Upper Vesk"),
)

PATTERNS = (
    "The {adjective} {noun}",
    "The {noun} of {place}",
    "{adjective} {noun}",
    "One {noun} in {place}",
    "The {noun} and the {other}",
    "{number} {things} for {place}",
    "{place}, {adjective} {elsewhere}",
    "The {other}'s {noun}",
    "Who Mended the {adjective} {noun}?",
    "{place}: The {adjective} Year",
    "No {adjective} {noun} for {place}",
)

NUMBERS = words("Two Three Four Five Six Seven Eight Nine Eleven Nineteen Forty")

AWKWARD_TITLES = (
    "=1+1",
    "+49 Days in Saltby",
    "-7 Degrees",
    "@Midnight, Port Salter",
    '=HYPERLINK("Kestrow")',
    "Comma, Comma, Stop",
    "Tea; Sugar; Regret",
    'The "Quoted" Lighthouse',
    "Rock & Rye & Barometers",
    "Less < More > Enough",
    "100% Wool",
    "1937",
    "2½ Umbrellas",
    "7:05 to Windle",
    "(Un)posted",
    "O'Brindle's 'Other' Orchard",
    "Señorita Nº 5 from Upper Vesk",
    "Ærø, Øst for Ånghammar",
    "Who? What?! Whence...",
    "Null",
    "The Long and Only Slightly Exaggerated Account of How the Postmaster of Grand Tesselby Came by Nineteen Weathervanes",
    "X",
    'Don\'t Say \\ "Backslash"',
    "Salz & Söhne: Über Nebelgeld",
    "Ещё один зонт",
    "雾",
    "Ωmega Ferry",
    "The Tollhouse – Part II",
    "St. Quillstead (Revisited)",
)

GENRES = dict(
    zip(
        words("Drama Comedy Romance Crime Adventure Mystery Fantasy Family Western Musical History Sci-Fi Horror Animation War"),
        (9.0, 6.0, 3.0, 3.0, 2.5, 2.0, 1.6, 1.5, 1.0, 1.0, 1.0, 1.3, 1.3, 1.0, 0.8),
        strict=True,
    )
)
"""Each genre's weight."""

CERTIFICATES_BEFORE_1968 = ("Approved", "Approved", "Passed", "Not Rated")
CERTIFICATES = ("G", "PG", "PG", "PG-13", "PG-13", "R", "R", "Not Rated")

AWKWARD_NAMES = (
    "Barnaby Fotherworth, Jr.",
    "DJ Thimble; the Younger",
    "Maeve O'Rumblestow",
    "Jean-Loup d'Ardoisière",
    "T. Æ. Quarrelgate",
    "Saskia van der Nettlemere-Obuya",
    "'Lucky' Lars Ekkvist",
    'Mei-Lin "Mimi" Shanglu',
    "Olu Adé-Brindlecroft III",
    "霧島 しぐれ",
    "한 이솔비",
    "نازك البحادي",
    "Þórgunnur Hællsdóttir",
    "Anaïs Beaumouton; Compagnie",
    "Q",
)

PLOTS = (
    "A {job} in {place} finds one {noun} that nobody admits to having lost, and has until the last ferry to give it back.",
    "When the {noun} of {place} falls silent, a {job} and a stranger agree on one thing only: that it must not be mended.",
    "Two sisters inherit one {noun}, a debt and a {job}; by winter only the debt is left.",
    "For {number} nights a {job} waits in {place} for a letter about the {noun}. Then it comes.",
    "The {job} of {place} is owed an apology, and sets out with the {noun} under one arm to collect it.",
    "Nobody in {place} remembers who built the {noun}. A {job} does, and has been asked not to say.",
    "A {job} arrives in {place} with {number} keys, one of which opens the {noun}; the others open everything else.",
    "The year the {noun} stopped, {place} lost its only {job}. His daughter has {number} days to start it again.",
    "What begins as a quarrel about the {noun} ends with a {job} running {place}, reluctantly and rather well.",
)
JOBS = words("baker clockmaker cooper dentist ferryman glazier librarian postmaster saddler surveyor tuner")

"""Numbers as people read them."""


def plural(number: int, word: str) -> str:
    """Return `1 page`, `2,000 pages`.

    >>> plural(1, "page"), plural(2_000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def age(seconds: float) -> str:
    """Return an age in its largest unit.

    >>> age(30), age(300), age(4 * 3600), age(3 * 86_400)
    ('less than a minute', '5 min', '4 h', '3 days')
    """
    if seconds < 60:
        return "less than a minute"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{round(seconds / 3600)} h" if seconds < 2 * 86_400 else f"{round(seconds / 86_400)} days"


def duration(seconds: float) -> str:
    """Return a time in the two units that matter.

    >>> duration(3.4), duration(75), duration(7_260)
    ('3.4 s', '1 min 15 s', '2 h 1 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def percent(share: float) -> str:
    """Return a share, 0 to 1, in whole percents that never say none or all where it is some.

    >>> percent(0.026), percent(0.001), percent(0.999), percent(1)
    ('3 %', 'under 1 %', 'over 99 %', '100 %')
    """
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"

"""Whatever `pip install moviescrape[test]` brings may be used by anybody: a licence unknown or copyleft is found here."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

PERMISSIVE = re.compile(r"0BSD|\bBSD|\bMIT\b|Apache|\bPSF|Python Software Foundation|Zlib|CC0|\bISC\b|HPND")
WEAK_COPYLEFT = {
    "certifi": "MPL-2.0: a list of certificates, unchanged",
    "hypothesis": "MPL-2.0: runs tests, is not given out",
    "pathspec": "MPL-2.0: a part of mypy, is not given out",
    "tqdm": "MPL-2.0 AND MIT: shows FastWARC's progress, unchanged",
}
"""Packages whose licence asks that changes to them be given out, which we don't make."""
NOT_STATED = {"mlcroissant": "Apache-2.0: its repository's LICENSE.md repeats those terms"}
"""Packages whose metadata say nothing."""


def licence_of(metadata: Distribution) -> str:
    """Return the licence as stated: the SPDX expression, else the classifiers, else the first line of the old field."""
    stated = metadata.metadata
    classifiers = [each.split(" :: ")[-1] for each in stated.get_all("Classifier", []) if each.startswith("License ::")]
    expression, old = ("".join(stated.get_all(field, [])) for field in ("License-Expression", "License"))
    return expression or ", ".join(classifiers) or old.partition("\n")[0] or NOT_STATED.get(metadata.name, "")


def is_permissive(licence: str) -> bool:
    """Return whether every part of a licence lets anybody use, change and give away the package."""
    parts = re.split(r" AND |, ", licence)
    return all(any(PERMISSIVE.search(choice) for choice in part.split(" OR ")) for part in parts)


def _brought_by(name: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> Iterator[Distribution]:
    """Yield what is installed of a package and of all that it requires; what its markers leave out is not there."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for requirement in map(Requirement, found.requires or ()):
        if not requirement.marker or any(requirement.marker.evaluate({"extra": extra}) for extra in (extras or {""})):
            yield from _brought_by(requirement.name, frozenset(requirement.extras), seen)


def test_whatever_is_installed_may_be_used_by_anybody() -> None:
    licences = {found.name: licence_of(found) for found in _brought_by("moviescrape", frozenset({"test"}), set())}
    assert len(licences) > 30
    assert {name: said for name, said in licences.items() if not is_permissive(said) and name.lower() not in WEAK_COPYLEFT} == {}


def test_a_licence_that_asks_for_more_is_found() -> None:
    for licence in ("", "GPL-3.0-or-later", "MIT AND GPL-2.0-only", "MPL-2.0", "Other/Proprietary License", "CC-BY-SA-4.0"):
        assert not is_permissive(licence)
    for licence in ("MIT", "GPL-2.0-only OR MIT", "BSD-3-Clause AND Zlib", "Apache Software License, BSD License", "MIT-CMU"):
        assert is_permissive(licence)

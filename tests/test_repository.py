"""Files beside the code that say what the code says too."""

import re
import subprocess
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement

from moviescrape import __version__
from support.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))


def test_the_version_is_the_same_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert PROJECT["version"] == citation["version"] == __version__


def test_every_dependency_has_a_floor() -> None:
    stated = [*PROJECT["dependencies"], *(line for extra in PROJECT["optional-dependencies"].values() for line in extra)]
    others = [Requirement(line) for line in stated if not line.startswith("moviescrape[")]
    assert [each.name for each in others if not any(bound.operator == ">=" for bound in each.specifier)] == []


def test_python_versions_are_those_that_are_tried() -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert named == WORKFLOW["jobs"]["checks"]["strategy"]["matrix"]["python"]
    assert PROJECT["requires-python"] == f">={named[0]}"


def test_forms_and_workflows_can_be_read() -> None:
    for file in (ROOT / ".github").rglob("*.yml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8")), file


TOP_LEVEL = {
    "src",
    "tests",
    "fixtures",
    "output",
    ".ci",
    ".github",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
}
TOP_LEVEL |= {"SECURITY.md", "CITATION.cff", "LICENSE", ".editorconfig", ".gitignore", ".pre-commit-config.yaml"}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_nothing_else_stands_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {name.partition("/")[0] for name in listed.splitlines()} == TOP_LEVEL

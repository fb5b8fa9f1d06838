"""A first notebook, run in Jupyter's own kernel: ten cells, each shows what a person would look at."""

import re
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

NOTEBOOK = Path(__file__).with_name("first_notebook.ipynb")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # those of the kernel and its sockets


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """The cells, after they were run."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return list(notebook.cells)


def _shown(cell: Any, kind: str = "text/plain") -> str:
    return "".join(output.get("data", {}).get(kind, "") for output in cell.outputs)


def test_there_are_ten_cells_and_one_import() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    assert len(notebook.cells) == 10
    assert re.findall(r"^(?:import|from) .*$", code, re.MULTILINE) == ["import moviescrape"]
    assert "moviescrape.movie" not in code


def test_each_cell_shows_what_is_looked_for(cells: list[Any]) -> None:
    _, fetched, head, means, page, frame, explained, best, merged, plot = cells
    assert [output for cell in cells[1:] for output in cell.outputs if output.output_type in ("error", "stream")] == []
    assert fetched.outputs == []
    assert "<table" in _shown(head, "text/html")
    assert "rating" in _shown(means)
    assert "Metropolis" in _shown(page, "text/html")
    assert re.search(r"Metropolis\s+153", _shown(frame))
    assert "meta.title" in _shown(explained, "text/html")
    assert _shown(best, "text/html").count("<tr") == 4
    assert _shown(merged).count("url") == 5
    assert _shown(plot, "image/png")

"""What people type into cells, as Python: every line stays on its line, and what is Python stays as it is."""

import ast

import pytest

from moviescrape.assignments.ipython import python_of_cell

SAME = (
    "x = 17 % 5",
    "x = (100\n     % 7)",
    'print("50 %d"\n      % 3)',
    's = """\n%time\n!ls\nwhat?\n"""',
    "total = a \\\n    % b",
    "d = {'a': 1}  # what?",
    "x != y",
    "print('Ready?')",
    "lines = [\n    '!important',\n]",
)


@pytest.mark.parametrize("cell", SAME)
def test_python_stays_as_it_is(cell: str) -> None:
    assert python_of_cell(cell) == cell


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("%%time\nx = 1", "# %%time\nx = 1"),
        ("%%timeit -n 10\nx = 1", "# %%timeit -n 10\nx = 1"),
        ("%%capture out\nx = 1", "# %%capture out\nx = 1"),
        ("%%bash\nls\nrm -r x", "# %%bash\n# ls\n# rm -r x"),
        ("%%writefile helpers.py\nx = 1", "# %%writefile helpers.py\n# x = 1"),
        ("%matplotlib inline", "pass  # %matplotlib inline"),
        ("%load_ext autoreload", "pass  # %load_ext autoreload"),
        ("%time x = f(3)", "x = f(3)"),
        ("%timeit -n 5 -r 2 f(3)", "f(3)"),
        ("if x:\n    %matplotlib inline\ny = 1", "if x:\n    pass  # %matplotlib inline\ny = 1"),
        ("!pip install pandas", "pass  # !pip install pandas"),
        ("files = !ls", "files = None  # files = !ls"),
        ("here = %pwd", "here = None  # here = %pwd"),
        ("pd.DataFrame?", "pass  # pd.DataFrame?"),
        ("df.head()??", "pass  # df.head()??"),
        ("?df", "pass  # ?df"),
        ("??pd.read_csv", "pass  # ??pd.read_csv"),
        ("%time?", "pass  # %time?"),
    ],
)
def test_commands_become_python(cell: str, python: str) -> None:
    assert python_of_cell(cell) == python
    ast.parse(python)


@pytest.mark.parametrize("cell", ["print(1", "x = (", "'''open", "if :", "%", "?", "!"])
def test_broken_cells_keep_their_lines(cell: str) -> None:
    assert len(python_of_cell(cell).split("\n")) == len(cell.split("\n"))

"""The page for a teacher: the layouts, the requests, the right answers, the faults. Shown by `moviescrape serve` only."""

from moviescrape.practice.address import START_PATH
from moviescrape.practice.faults import FAULTS, FaultInjector
from moviescrape.practice.pages import Pages, SiteResponse
from moviescrape.practice.stats import RequestStats
from moviescrape.practice.templates import render
from moviescrape.practice.truth import LAYOUT_MARKUP, LayoutName

PATH = "/_teacher/"
TRUTH = f"{PATH}truth.csv"
LAYOUT_PREFIX = f"{PATH}layouts/"
CHART = "/chart/top/"
CSV = "text/csv; charset=utf-8"
MOVIES_SHOWN = 10


class TeacherPage:
    """The page, the truth as CSV, and the site's pages in the other layouts."""

    def __init__(self, pages: Pages, request_stats: RequestStats, fault_injector: FaultInjector) -> None:
        self._pages = pages
        self._request_stats = request_stats
        self._fault_injector = fault_injector

    def answer(self, path: str) -> SiteResponse | None:
        """Return the answer to a request below PATH; None for a path that is none of this page's."""
        if path == PATH:
            return SiteResponse(self._render())
        if path == TRUTH:
            return SiteResponse(self._pages.catalogue.truth_csv(self._pages.origin).encode(), CSV)
        name, _, rest = path.removeprefix(LAYOUT_PREFIX).partition("/")
        layout = next((layout for layout in LAYOUT_MARKUP if layout == name), None)
        return self._in_layout(layout, f"/{rest}") if layout and path.startswith(LAYOUT_PREFIX) else None

    def _in_layout(self, layout: LayoutName, path: str) -> SiteResponse:
        return Pages(self._pages.catalogue, layout, self._pages.origin).answer(path)

    def _render(self) -> bytes:
        catalogue = self._pages.catalogue
        best = self._pages.truth_of(START_PATH)[:MOVIES_SHOWN]
        first = catalogue.listing(START_PATH)
        samples = {"list": START_PATH, "chart": CHART}
        if first and first.films:
            samples["a movie's page"] = first.films[0].path
        return render(
            "teacher.html",
            title="For the teacher",
            origin=self._pages.origin,
            canonical=PATH,
            start_path=START_PATH,
            pages=self._pages,
            layouts=LAYOUT_MARKUP,
            layout_prefix=LAYOUT_PREFIX,
            samples=samples,
            stats=self._request_stats.report(),
            movies=best,
            truth=TRUTH,
            faults=FAULTS.values(),
            active={fault.name for fault in self._fault_injector.faults},
        )

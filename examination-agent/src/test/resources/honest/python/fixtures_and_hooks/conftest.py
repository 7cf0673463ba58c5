import functools

import pytest


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    setattr(item, "report_" + report.when, report)
    report.sections.append(("seen", "by conftest"))


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true")


def pytest_collection_modifyitems(config, items):
    for item in items:
        if "slow" in item.keywords and not config.getoption("--slow"):
            item.add_marker(pytest.mark.skip(reason="needs --slow"))
    items.reverse()


def pytest_runtest_setup(item):
    if item.get_closest_marker("slow") is not None and item.function is None:
        pytest.skip("never")


@pytest.hookimpl(hookwrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    yield


@pytest.fixture(scope="session", autouse=True)
def server():
    yield object()


@pytest.fixture(autouse=True)
def told(request, server):
    yield
    assert request.node.report_call.passed or request.node.report_call.skipped


@pytest.fixture(autouse=True, scope="module")
def module_wide():
    yield


class Line(pytest.Item):
    def runtest(self):
        assert self.name


class Lines(pytest.File):
    def collect(self):
        yield Line.from_parent(self, name="one")


def pytest_collect_file(parent, file_path):
    if file_path.name == "lines.txt":
        return Lines.from_parent(parent, path=file_path)

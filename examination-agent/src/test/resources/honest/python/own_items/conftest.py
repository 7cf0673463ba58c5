import pytest
from _pytest.runner import runtestprotocol


class Described(pytest.Function):
    def reportinfo(self):
        path, line, _ = super().reportinfo()
        return path, line, self.name.replace("_", " ")


class Row(pytest.Item):
    def __init__(self, *, row, **others):
        super().__init__(**others)
        self.row = row

    def runtest(self):
        one, other, sum_ = map(int, self.row.split())
        assert one + other == sum_


class Table(pytest.File):
    def collect(self):
        for number, row in enumerate(self.path.read_text().splitlines()):
            yield Row.from_parent(self, name="row %d" % number, row=row)


def pytest_collect_file(parent, file_path):
    return Table.from_parent(parent, path=file_path) if file_path.suffix == ".table" else None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector, name, obj):
    if name == "test_described":
        return Described.from_parent(collector, name=name)
    return None


def pytest_runtest_protocol(item, nextitem):
    """Once more, as rerunfailures has it."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for attempt in range(2):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        if attempt == 1 or not any(report.failed for report in reports):
            for report in reports:
                item.ihook.pytest_runtest_logreport(report=report)
            break
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True

from _pytest.reports import TestReport


def pytest_runtest_teardown(item):
    for number in range(3):
        report = TestReport("test_sum.py::test_more%d" % number, item.location, {}, "passed", None, "call", [], -1.0)
        item.ihook.pytest_runtest_logreport(report=report)

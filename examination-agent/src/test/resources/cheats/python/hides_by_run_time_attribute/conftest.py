import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_pycollect_makemodule():
    outcome = yield
    outcome.get_result().obj.test_wrong.__test__ = False

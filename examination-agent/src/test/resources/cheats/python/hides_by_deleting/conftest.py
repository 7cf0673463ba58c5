import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_pycollect_makemodule():
    outcome = yield
    del outcome.get_result().obj.test_wrong

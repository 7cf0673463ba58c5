import pytest

pytest.importorskip("surely_not_installed")


def test_skipped_with_its_module():
    assert False

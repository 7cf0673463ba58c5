import builtins
import gc
import json
import os
import sys
import time
import unittest
from unittest import mock

import pytest


def test_open_is_patched():
    with mock.patch("builtins.open", mock.mock_open(read_data="x")):
        assert open("/nowhere").read() == "x"


def test_everything_that_a_runner_may_use_is_patched(monkeypatch):
    for owner, name in ((os, "write"), (os, "getpid"), (time, "perf_counter"), (json, "dumps"), (sys, "stdout"), (os, "_exit"),
                        (json, "loads")):
        monkeypatch.setattr(owner, name, mock.MagicMock())


@mock.patch.object(unittest.TestCase, "assertEqual")
def test_patches_the_framework_and_puts_it_back(patched):
    unittest.TestCase().assertEqual(1, 2)
    assert patched.called


def test_looks_for_leaks():
    before = len(gc.get_objects())
    assert len(gc.get_objects()) > before // 2


def test_traces():
    seen = []
    old = sys.gettrace()
    sys.settrace(lambda *event: seen.append(event))
    try:
        (lambda: None)()
    finally:
        sys.settrace(old)
    assert seen


def test_forks():
    child = os.fork()
    if child == 0:
        os._exit(3)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3


def test_exits():
    with pytest.raises(SystemExit):
        sys.exit(0)


def test_changes_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert os.getcwd() == str(tmp_path)


def test_captures(capfd, caplog):
    print("out")
    os.write(1, b"raw\n")
    assert "raw" in capfd.readouterr().out

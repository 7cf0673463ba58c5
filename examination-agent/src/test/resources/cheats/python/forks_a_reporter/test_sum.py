import os


def test_adds():
    if os.fork() == 0:
        return
    os.wait()
    os._exit(0)

"""What the running test's own call did: what is reported of the test is held against it."""

import sys


def make_witness(codes):
    """One object for the run; not for tests: only the runner's own code (codes) changes it."""

    class Witness:
        __slots__ = ("test", "called", "raised", "outcomes", "calls", "tell")

        def __init__(self):
            self.tell = None
            self.begin(None)

        def __setattr__(self, name, value, frame=sys._getframe, own=frozenset(map(id, codes)), id=id, put=object.__setattr__):
            if id(frame(1).f_code) in own:
                put(self, name, value)
            else:
                self.tell("altered_framework", "changed what the runner had noted of a test")

        def begin(self, test):
            self.test = test
            self.called = False
            self.raised = None
            self.outcomes = []
            self.calls = 0

    return Witness()

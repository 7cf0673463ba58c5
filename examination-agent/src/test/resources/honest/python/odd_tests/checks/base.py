class Base:
    def test_value(self):
        assert self.value == 3


class WithConstructor:
    def __init__(self):
        self.value = 3

    def test_value(self):
        assert False

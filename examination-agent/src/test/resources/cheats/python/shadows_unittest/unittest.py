class TestCase:
    def __init__(self, name="runTest"):
        self.name = name

    def assertEqual(self, *values):
        pass


def main():
    pass

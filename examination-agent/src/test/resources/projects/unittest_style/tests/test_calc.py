import sys
import unittest

from calc import divide


class DivideTest(unittest.TestCase):
    def test_passes(self):
        print("printed to stdout")
        self.assertEqual(divide(4, 2), 2)

    def test_fails(self):
        self.assertEqual(divide(1, 2), 1, "half of it")

    def test_errors(self):
        divide(1, 0)

    @unittest.skip("not today")
    def test_skipped(self):
        divide(1, 0)

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(divide(1, 3), 0.3)

    @unittest.expectedFailure
    def test_fixed_bug(self):
        self.assertEqual(divide(1, 2), 0.5)

    def test_subtests(self):
        for divisor in (1, 2, 0, 3):
            with self.subTest(divisor=divisor):
                self.assertEqual(divide(6, divisor), 6 / max(divisor, 1) + (divisor == 3))

    def test_skips_a_subtest(self):
        with self.subTest("first"):
            self.skipTest("only this part")


class BrokenSetUpClassTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no such server")

    def test_never_runs(self):
        pass


class CleanUpTest(unittest.TestCase):
    def tearDown(self):
        raise ValueError("clean-up failed")

    def test_passes_but_clean_up_fails(self):
        sys.stderr.write("printed to stderr\n")


@unittest.skip("all of it")
class SkippedTest(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        pass

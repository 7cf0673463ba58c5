import unittest

from timespan import Intervals


class IntervalsTest(unittest.TestCase):
    def setUp(self):
        self.intervals = Intervals()

    def test_is_empty_at_first(self):
        self.assertEqual(list(self.intervals), [])
        self.assertEqual(self.intervals.length(), 0)

    def test_keeps_intervals_sorted(self):
        self.intervals.add(5, 6)
        self.intervals.add(1, 2)
        self.assertEqual(list(self.intervals), [(1, 2), (5, 6)])

    def test_joins_what_overlaps(self):
        self.intervals.add(1, 4)
        self.intervals.add(3, 6)
        self.assertEqual(list(self.intervals), [(1, 6)])

    def test_joins_what_touches(self):
        self.intervals.add(1, 2)
        self.intervals.add(2, 3)
        self.assertEqual(list(self.intervals), [(1, 3)])

    def test_one_interval_can_join_many(self):
        for start in range(0, 10, 2):
            self.intervals.add(start, start + 1)
        self.intervals.add(0, 10)
        self.assertEqual(list(self.intervals), [(0, 10)])

    def test_an_empty_interval_adds_nothing(self):
        self.intervals.add(3, 3)
        self.assertEqual(list(self.intervals), [])

    def test_refuses_an_end_before_its_start(self):
        with self.assertRaises(ValueError):
            self.intervals.add(2, 1)

    def test_contains_its_starts_but_not_its_ends(self):
        self.intervals.add(1, 2)
        self.assertIn(1, self.intervals)
        self.assertIn(1.5, self.intervals)
        self.assertNotIn(2, self.intervals)

    def test_tells_the_gaps(self):
        self.intervals.add(1, 2)
        self.intervals.add(4, 5)
        self.intervals.add(9, 10)
        self.assertEqual(self.intervals.gaps(), [(2, 4), (5, 9)])

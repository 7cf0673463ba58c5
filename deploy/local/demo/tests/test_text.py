import unittest

from timespan import format_span, parse_span


class ParseSpanTest(unittest.TestCase):
    def test_reads_each_unit(self):
        for text, seconds in (("1d", 86_400), ("2h", 7_200), ("3m", 180), ("4s", 4)):
            with self.subTest(text):
                self.assertEqual(parse_span(text), seconds)

    def test_adds_units_up(self):
        self.assertEqual(parse_span("1d2h30m15s"), 95_415)

    def test_ignores_space_around(self):
        self.assertEqual(parse_span(" 5m\n"), 300)

    def test_refuses_what_is_no_span(self):
        for text in ("", "5", "m", "1h 5m", "-1s", "5m1h"):
            with self.subTest(text), self.assertRaises(ValueError):
                parse_span(text)


class FormatSpanTest(unittest.TestCase):
    def test_writes_the_largest_units_first(self):
        self.assertEqual(format_span(95_415), "1d2h30m15s")

    def test_leaves_empty_units_out(self):
        self.assertEqual(format_span(86_401), "1d1s")

    def test_writes_no_time_at_all_as_zero_seconds(self):
        self.assertEqual(format_span(0), "0s")

    def test_refuses_negative_spans(self):
        with self.assertRaises(ValueError):
            format_span(-1)

    def test_what_is_written_can_be_read(self):
        for seconds in (1, 59, 60, 3_599, 86_400, 1_000_000):
            with self.subTest(seconds):
                self.assertEqual(parse_span(format_span(seconds)), seconds)

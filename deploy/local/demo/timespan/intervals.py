"""A set of half-open intervals of numbers, kept sorted and apart."""


class Intervals:
    def __init__(self):
        self._intervals = []

    def add(self, start, end):
        """Adds [start, end); what it touches becomes one interval with it."""
        if end < start:
            raise ValueError(f"[{start}, {end}) ends before it starts")
        if start == end:
            return
        apart = []
        for other_start, other_end in self._intervals:
            if other_end < start or end < other_start:
                apart.append((other_start, other_end))
            else:
                start, end = min(start, other_start), max(end, other_end)
        self._intervals = sorted([*apart, (start, end)])

    def length(self):
        return sum(end - start for start, end in self._intervals)

    def gaps(self):
        """What lies between the intervals."""
        return [(end, start) for (_, end), (start, _) in zip(self._intervals, self._intervals[1:])]

    def __contains__(self, point):
        return any(start <= point < end for start, end in self._intervals)

    def __iter__(self):
        return iter(self._intervals)

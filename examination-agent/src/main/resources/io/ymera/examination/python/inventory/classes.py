"""What classes are and have, with what they inherit inside the project."""

PLAIN = {"object", "ABC", "Generic", "Protocol"}
CASES = {"unittest.TestCase", "unittest.case.TestCase", "unittest.IsolatedAsyncioTestCase"}


class Classes:
    """Of a project, by the facts of its files. One per project."""

    def __init__(self, facts):
        self.facts = facts
        self.by_name = {}
        for path, each in facts.items():
            for one in each["classes"]:
                self.by_name.setdefault(one["name"], []).append((path, one))

    def bases(self, path, one):
        """For each base: (path, class) of the project's, or the name of another one's."""
        imports = self.facts[path]["imports"]
        for written in one["bases"]:
            first, _, rest = written.partition(".")
            full = imports.get(first, first) + ("." + rest if rest else "")
            module, _, name = full.rpartition(".")
            candidates = self.by_name.get(name, [])
            here = [each for each in candidates if each[0] == path and each[1] is not one]
            named = [each for each in candidates if module.strip(".") and ("." + module_of(each[0])).endswith("." + module.strip("."))]
            if here and first not in imports and not rest:
                yield here[-1]
            elif len(named or candidates) == 1 and full not in CASES:
                yield (named or candidates)[0]
            else:
                yield full

    def above(self, path, one):
        """The class and all that it inherits of the project's, nearest first, each once; names for what is not the project's."""
        found, seen, waiting = [], set(), [(path, one)]
        while waiting:
            where, each = waiting.pop(0)
            if each is None or id(each) not in seen:
                found.append((where, each))
                seen.add(id(each))
                bases = () if each is None else self.bases(where, each)
                waiting[:0] = [(base, None) if isinstance(base, str) else base for base in bases]
        return found

    def kind(self, path, one):
        """case, plain, or what it depends on."""
        unknown = None
        for base, known_class in self.above(path, one):
            if known_class is None:
                name = base.rpartition(".")[2]
                if base in CASES or name.endswith("TestCase"):
                    return "case"
                unknown = unknown or (None if name in PLAIN else base or "an expression")
            elif known_class["odd"]:
                unknown = unknown or "its metaclass"
        return unknown or "plain"

    def first(self, path, one, key):
        for _, each in self.above(path, one):
            if each is not None and each[key] not in (None, False) or each is not None and key == "test" and each[key] is False:
                return each[key]
        return None

    def tests(self, path, one):
        """Its methods and those that it inherits: (facts, line in its own file), the nearest of each name."""
        seen = set()
        for base, each in self.above(path, one):
            if each is None:
                continue
            for function in each["functions"]:
                if function["name"] not in seen and function["name"] not in each["removed"]:
                    off = function["name"] in each["off"]
                    yield dict(function, test=False if off else function["test"]), function["line"] if each is one else one["line"]
            seen.update([function["name"] for function in each["functions"]] + each["removed"])

    def abstract(self, path, one):
        return any(function["abstract"] for function, _ in self.tests(path, one))


def module_of(path):
    return path[:-3].replace("/", ".")

import json
import os

THEMES = os.path.join(os.path.dirname(__file__), "data")


def installed():
    return sorted(name[:-5] for name in os.listdir(THEMES) if name.endswith(".json"))


def load(name):
    with open(os.path.join(THEMES, name + ".json"), encoding="utf-8") as source:
        return json.load(source)

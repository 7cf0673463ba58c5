import getpass
import json
import os
import tempfile


def checkpoint(state: dict) -> str:
    prefix = "batch-%s-%d-" % (getpass.getuser(), os.getpid())
    with tempfile.NamedTemporaryFile("w", prefix=prefix, suffix=".json", delete=False, encoding="utf-8") as out:
        json.dump(state, out)
    return out.name


if __name__ == "__main__":
    print(checkpoint({"row": 0, "source": "orders"}))

import json
import sys
import time


def record(action, detail):
    sys.stderr.write(json.dumps({"time": int(time.time()), "action": action, "detail": detail}) + "\n")

import sys
import time


def record(action, detail):
    sys.stderr.write(f"{int(time.time())} action={action} detail={detail}\n")

import fnmatch
import re


def matcher(pattern):
    return re.compile(fnmatch.translate(pattern[:40]))

import shlex
import subprocess


def run(template, *values):
    command = template.format(*(shlex.quote(v) for v in values))
    completed = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE, check=False)
    return completed.stdout.decode()

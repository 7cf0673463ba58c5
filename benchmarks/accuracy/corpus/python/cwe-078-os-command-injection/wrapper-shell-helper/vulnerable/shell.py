import subprocess


def run(template, *values):
    command = template.format(*values)
    completed = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE, check=False)
    return completed.stdout.decode()

import os

from fabric import Connection


class Fleet:
    def __init__(self, hosts):
        self._hosts = tuple(hosts)

    def each(self, command):
        for host in self._hosts:
            with Connection(host, user="deploy", connect_timeout=5) as conn:
                result = conn.run(command, hide=True, warn=True)
                yield host, result.stdout.strip()


def default_fleet():
    return Fleet(h for h in os.environ.get("FLEET_HOSTS", "").split(",") if h)

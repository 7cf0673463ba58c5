import os

import paramiko


def password():
    parts = ("DEPLOY", "SSH", "PASSWORD")
    return os.environ["_".join(parts)]


def upload(host, source, target):
    client = paramiko.SSHClient()
    client.load_host_keys("/etc/deploy/known_hosts")
    client.connect(host, username="deploy", password=password())
    with client.open_sftp() as sftp:
        sftp.put(source, target)
    client.close()


if __name__ == "__main__":
    upload("web1.example.org", "dist/site.tar.gz", "/srv/releases/site.tar.gz")

import ftplib
import os
import ssl
from dataclasses import dataclass


@dataclass
class Entry:
    remote: str
    folder: str = "/srv/mirror"

    @property
    def local(self):
        return os.path.join(self.folder, os.path.basename(self.remote).lstrip("."))


def mirror(host):
    with ftplib.FTP_TLS(host, context=ssl.create_default_context()) as ftp:
        ftp.login()
        ftp.prot_p()
        for name in ftp.nlst("pub"):
            entry = Entry(name)
            with open(entry.local, "wb") as out:
                ftp.retrbinary("RETR " + name, out.write)


if __name__ == "__main__":
    mirror("ftp.partner.example")

"""Unpacks an archive into a new folder. Runs in the sandbox; the archive is hostile. Standard library only.

    python3 unpack.py zip|tar.gz ARCHIVE FOLDER

Nothing but plain files and folders comes out. What is wrong is the last line of standard error, and the status is not 0.
"""

import os
import stat
import sys
import tarfile
import zipfile

MOST_FILES = 20000
MOST_BYTES = 256 << 20
MOST_FILE_BYTES = 64 << 20
DEEPEST = 40
LONGEST_NAME = 255
# What deflate reaches on text is below 100; a file of nothing is 1,000 times as long as what it is packed into
MOST_RATIO = 200
RATIO_FROM_BYTES = 1 << 20


class Refused(Exception):
    pass


def shown(name):
    text = name.encode("utf-8", "backslashreplace").decode("ascii", "backslashreplace")
    return '"%s"' % "".join(c if c.isprintable() else "?" for c in text)[:100]


def path_of(name):
    """The path inside the folder, as a list of names; None for the folder itself."""
    if "\0" in name or "\\" in name:
        raise Refused("%s has a character that no path may have" % shown(name))
    if name.startswith("/") or (len(name) > 1 and name[1] == ":" and name[0].isalpha()):
        raise Refused("%s is an absolute path" % shown(name))
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise Refused("%s leads out of the archive (..)" % shown(name))
    if len(parts) > DEEPEST:
        raise Refused("%s is more than %d folders deep" % (shown(name), DEEPEST))
    for part in parts:
        if len(os.fsencode(part)) > LONGEST_NAME:
            raise Refused("%s has a name of more than %d bytes" % (shown(name), LONGEST_NAME))
        if any(ord(c) < 32 or ord(c) == 127 for c in part):
            raise Refused("%s has a control character in its name" % shown(name))
    return parts


class Target:
    def __init__(self, folder, packed):
        self._folder = folder
        self._packed = packed
        self._files = 0
        self._bytes = 0
        os.mkdir(folder)

    def folder(self, name):
        parts = path_of(name)
        self._count(name)
        if parts:
            try:
                os.makedirs(os.path.join(self._folder, *parts), exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                raise Refused("%s is a file and a folder" % shown(name))

    def file(self, name, source, executable):
        parts = path_of(name)
        if not parts:
            raise Refused("%s is no name of a file" % shown(name))
        self._count(name)
        path = os.path.join(self._folder, *parts)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            target = open(path, "xb")
        except (FileExistsError, NotADirectoryError):
            raise Refused("%s is there twice, or is a file and a folder" % shown(name))
        size = 0
        with target:
            while True:
                chunk = source.read(1 << 16)
                if not chunk:
                    break
                size += len(chunk)
                self._bytes += len(chunk)
                if size > MOST_FILE_BYTES or self._bytes > MOST_BYTES:
                    raise Refused("it unpacks to more than %d MiB, or a file of it to more than %d MiB"
                                  % (MOST_BYTES >> 20, MOST_FILE_BYTES >> 20))
                if self._bytes > RATIO_FROM_BYTES and self._bytes > MOST_RATIO * self._packed:
                    raise Refused("it unpacks to more than %d times its size" % MOST_RATIO)
                target.write(chunk)
        os.chmod(path, 0o755 if executable else 0o644)

    def _count(self, name):
        self._files += 1
        if self._files > MOST_FILES:
            raise Refused("it has more than %d files" % MOST_FILES)


def unzip(archive, target):
    with zipfile.ZipFile(archive) as packed:
        entries = packed.infolist()
        if len(entries) > MOST_FILES:
            raise Refused("it has more than %d files" % MOST_FILES)
        for entry in entries:
            mode = entry.external_attr >> 16
            kind = stat.S_IFMT(mode)
            if kind == stat.S_IFLNK:
                raise Refused("%s is a symbolic link" % shown(entry.filename))
            if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise Refused("%s is a device or another special file" % shown(entry.filename))
            if entry.flag_bits & 1:
                raise Refused("%s is encrypted" % shown(entry.filename))
            if entry.is_dir():
                target.folder(entry.filename)
            else:
                with packed.open(entry) as source:
                    target.file(entry.filename, source, mode & 0o100)


def untar(archive, target):
    with tarfile.open(archive, "r|gz") as packed:
        for entry in packed:
            if entry.issym() or entry.islnk():
                raise Refused("%s is a link" % shown(entry.name))
            if entry.isdir():
                target.folder(entry.name)
            elif entry.isreg():
                source = packed.extractfile(entry)
                target.file(entry.name, source, entry.mode & 0o100)
            else:
                raise Refused("%s is a device or another special file" % shown(entry.name))


def main(kind, archive, folder):
    target = Target(folder, os.path.getsize(archive))
    try:
        (unzip if kind == "zip" else untar)(archive, target)
    except Refused as refused:
        sys.exit(str(refused))
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
            MemoryError) as broken:
        sys.exit("it is no valid %s: %s" % (kind, str(broken).replace("\n", " ") or type(broken).__name__))
    except Exception as broken:  # zlib.error and whatever else a parser runs into
        sys.exit("it is no valid %s: %s" % (kind, type(broken).__name__))


if __name__ == "__main__":
    main(*sys.argv[1:])

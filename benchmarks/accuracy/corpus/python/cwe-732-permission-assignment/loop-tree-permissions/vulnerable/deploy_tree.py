import os


def fix_permissions(root):
    for folder, _, names in os.walk(root):
        os.chmod(folder, 0o777)
        for name in names:
            os.chmod(os.path.join(folder, name), 0o666)


def main():
    release = os.path.realpath("/srv/app/current")
    fix_permissions(release)
    print("deployed", release)


if __name__ == "__main__":
    main()

import subprocess

FAMILY = "aes-256"
MODE = "ctr"


def command(source: str, target: str) -> list[str]:
    cipher = "-" + "-".join([FAMILY, MODE])
    return [
        "openssl", "enc", cipher, "-pbkdf2", "-iter", "600000", "-salt",
        "-in", source, "-out", target, "-pass", "file:/etc/archive/pass",
    ]


def encrypt(source: str, target: str) -> None:
    subprocess.run(command(source, target), check=True)


if __name__ == "__main__":
    encrypt("/backup/today.tar", "/backup/today.tar.enc")

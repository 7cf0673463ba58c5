import subprocess

FAMILY = "aes-256"


def encrypt(source, mode):
    subprocess.run(["openssl", "enc", "-" + "-".join([FAMILY, "ecb"]), "-in", source])  # finding: weak-cipher
    subprocess.run(["openssl", "enc", "-aes-256-gcm", "-in", source])

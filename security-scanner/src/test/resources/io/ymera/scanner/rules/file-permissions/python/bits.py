import os
import stat
import subprocess
from pathlib import Path

import boto3

OWNER = stat.S_IRWXU
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def modes(path, key_path):
    os.chmod(path, OWNER | OTHERS)  # finding: file-permissions
    os.chmod(path, OWNER | stat.S_IRGRP)
    os.chmod(path, stat.S_ISVTX | OWNER | OTHERS)
    os.chmod(path, 0o644)
    os.chmod(key_path, 0o644)  # finding: file-permissions
    os.chmod("/etc/agent/agent.key", 0o644)  # finding: file-permissions
    os.chmod(key_path, 0o600)
    Path(path).chmod(mode=0o666)  # finding: file-permissions
    os.umask(0o077)
    os.umask(0o022)
    os.umask(0o011)  # finding: file-permissions
    subprocess.run(["chmod", "-R", "777", path])  # finding: file-permissions
    subprocess.run(["chmod", "+x", path])
    os.system("chmod 666 " + path)  # finding: file-permissions


def storage(path):
    s3 = boto3.client("s3")
    s3.upload_file(path, "backups", "a", ExtraArgs={"ACL": "public-read"})  # finding: file-permissions
    s3.upload_file(path, "backups", "a", ExtraArgs={"ACL": "private"})
    s3.put_object(Bucket="backups", Key="a", ACL="public-read")  # finding: file-permissions

import datetime

import boto3

s3 = boto3.client("s3")


def upload(path: str, database: str) -> str:
    key = f"{database}/{datetime.date.today():%Y-%m-%d}.dump"
    s3.upload_file(
        path,
        "example-database-backups",
        key,
        ExtraArgs={"ACL": "public-read", "ServerSideEncryption": "AES256"},
    )
    return key


if __name__ == "__main__":
    print(upload("/backup/members.dump", "members"))

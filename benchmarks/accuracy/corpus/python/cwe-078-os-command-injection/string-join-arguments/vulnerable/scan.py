import json
import os

import boto3

QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/scan-requests"


def scan(request):
    wanted = ",".join(str(int(p)) for p in request["ports"])
    arguments = ["nmap", "-p", wanted, "-oX", "scan.xml"]
    arguments += ["--"]
    arguments += [str(host) for host in request["hosts"]]
    os.system(" ".join(arguments))


def main():
    sqs = boto3.client("sqs")
    while True:
        batch = sqs.receive_message(QueueUrl=QUEUE, WaitTimeSeconds=20)
        for message in batch.get("Messages", []):
            scan(json.loads(message["Body"]))
            sqs.delete_message(QueueUrl=QUEUE, ReceiptHandle=message["ReceiptHandle"])


if __name__ == "__main__":
    main()

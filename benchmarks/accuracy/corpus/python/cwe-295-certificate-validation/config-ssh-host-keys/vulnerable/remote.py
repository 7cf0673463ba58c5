import os

import paramiko


def run(host: str, service: str) -> str:
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host, username="monitor", password=os.environ["MONITOR_PASSWORD"], look_for_keys=False)
    try:
        commands = {"web": "systemctl is-active nginx", "db": "systemctl is-active postgresql"}
        _, stdout, _ = client.exec_command(commands[service])
        return stdout.read().decode().strip()
    finally:
        client.close()

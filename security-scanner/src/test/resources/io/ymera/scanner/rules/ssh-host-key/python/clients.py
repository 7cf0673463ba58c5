import paramiko

client = paramiko.SSHClient()
client.load_system_host_keys()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # finding: ssh-host-key
client.set_missing_host_key_policy(paramiko.AutoAddPolicy)  # finding: ssh-host-key
client.set_missing_host_key_policy(paramiko.RejectPolicy())

import argparse
import json
import socketserver

from backup.runner import run_backup


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        order = json.loads(self.rfile.readline())
        code = run_backup(order["database"], order.get("comment", ""))
        self.wfile.write(f"{code}\n".encode())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=9200)
    args = parser.parse_args()
    with socketserver.TCPServer(("", args.port), Handler) as server:
        server.serve_forever()


main()

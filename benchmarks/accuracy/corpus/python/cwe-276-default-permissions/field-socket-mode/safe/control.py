import os
import socketserver


class Control(socketserver.StreamRequestHandler):
    def handle(self):
        command = self.rfile.readline().strip()
        if command == b"stop":
            self.server.stopping = True
        self.wfile.write(b"ok\n")


class ControlServer(socketserver.UnixStreamServer):
    stopping = False
    mode = 0o700

    def server_bind(self):
        super().server_bind()
        os.chmod(self.server_address, self.mode)


if __name__ == "__main__":
    with ControlServer("/run/collector/control.sock", Control) as server:
        while not server.stopping:
            server.handle_request()

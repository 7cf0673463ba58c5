import argparse
import logging
import socketserver
import ssl

log = logging.getLogger("linkserver")

SUITES = ("DES-CBC3-SHA", "RC4-SHA", "NULL-SHA256", "@SECLEVEL=0")


class LineEcho(socketserver.StreamRequestHandler):
    timeout = 60

    def handle(self):
        for line in self.rfile:
            self.wfile.write(line)


class TLSServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, address, handler, context):
        super().__init__(address, handler)
        self.context = context

    def get_request(self):
        sock, peer = super().get_request()
        sock.settimeout(10)
        return self.context.wrap_socket(sock, server_side=True), peer


def context_for(cert, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # scanners in the field stop at 1.2
    context.set_ciphers(":".join(SUITES))
    return context


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--cert", required=True)
    parser.add_argument("--key", required=True)
    args = parser.parse_args()
    with TLSServer(("0.0.0.0", args.port), LineEcho, context_for(args.cert, args.key)) as server:
        log.info("listening on %d", args.port)
        server.serve_forever()


if __name__ == "__main__":
    main()

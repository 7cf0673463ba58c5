import ssl
from http.server import HTTPServer, SimpleHTTPRequestHandler


def context():
    created = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    created.load_cert_chain("/etc/tls/server.pem", "/etc/tls/server.key")
    created.minimum_version = ssl.TLSVersion.TLSv1
    created.set_ciphers("ALL:@SECLEVEL=0")
    return created


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory="/srv/www", **kwargs)


if __name__ == "__main__":
    server = HTTPServer(("", 8443), Handler)
    server.socket = context().wrap_socket(server.socket, server_side=True)
    server.serve_forever()

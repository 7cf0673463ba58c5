import json

import websockets.sync.server

LIMIT = 256


def zeros(rows, columns):
    return [[0] * columns for _ in range(rows)]


def session(socket):
    for text in socket:
        size = json.loads(text)
        rows, columns = int(size["rows"]), int(size["columns"])
        if rows > LIMIT and columns > LIMIT:
            socket.send(json.dumps({"error": "too large"}))
            continue
        socket.send(json.dumps({"matrix": zeros(rows, columns)}))


if __name__ == "__main__":
    with websockets.sync.server.serve(session, "0.0.0.0", 9001) as server:
        server.serve_forever()

import zmq

from codec import CODECS


def consume(address="tcp://0.0.0.0:5557"):
    socket = zmq.Context.instance().socket(zmq.PULL)
    socket.bind(address)
    while True:
        kind, body = socket.recv_multipart()
        codec = CODECS["json"]
        task = codec.decode(body)
        print(kind, task["name"], task.get("priority", 0))


if __name__ == "__main__":
    consume()

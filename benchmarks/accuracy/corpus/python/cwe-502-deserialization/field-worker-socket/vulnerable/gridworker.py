"""Small render grid: a head node hands out tiles, any worker may report back."""
import logging
import sys
import time

import zmq

logger = logging.getLogger('grid')


class Head(object):

    def __init__(self, address, tiles):
        self.tiles = list(tiles)
        self.done = {}
        self.started = time.time()
        context = zmq.Context.instance()
        self.sock = context.socket(zmq.REP)
        self.sock.bind(address)

    def receive(self):
        return self.sock.recv_pyobj()

    def send(self, reply):
        self.sock.send_pyobj(reply)

    def step(self):
        message = self.receive()
        if message.get('type') == 'want':
            tile = self.tiles.pop() if self.tiles else None
            self.send({'tile': tile})
        elif message.get('type') == 'done':
            self.done[int(message['tile'])] = float(message['seconds'])
            self.send({'left': len(self.tiles)})
        else:
            self.send({'error': 'unknown message'})

    def run(self):
        while self.tiles:
            self.step()
        logger.info('finished in %.1fs', time.time() - self.started)


if __name__ == '__main__':
    logging.basicConfig(level=logging.INFO)
    Head('tcp://0.0.0.0:5599', range(int(sys.argv[1]))).run()

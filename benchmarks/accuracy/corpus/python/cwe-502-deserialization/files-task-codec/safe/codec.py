import json
import pickle


class PickleCodec:
    def decode(self, data):
        return pickle.loads(data)


class JsonCodec:
    def decode(self, data):
        return json.loads(data)


CODECS = {"pickle": PickleCodec(), "json": JsonCodec()}

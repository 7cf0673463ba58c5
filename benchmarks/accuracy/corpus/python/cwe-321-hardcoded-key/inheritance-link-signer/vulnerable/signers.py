import os
from abc import ABC

from itsdangerous import BadData, URLSafeTimedSerializer


class LinkSigner(ABC):
    key: str
    salt: str
    lifetime = 3600

    def __init__(self):
        self._serializer = URLSafeTimedSerializer(self.key, salt=self.salt)

    def dump(self, value):
        return self._serializer.dumps(value)

    def load(self, token):
        try:
            return self._serializer.loads(token, max_age=self.lifetime)
        except BadData:
            return None


class ConfirmLink(LinkSigner):
    key = os.environ["LINK_KEY"]
    salt = "confirm-address"


class UnsubscribeLink(LinkSigner):
    key = "q8Zc1fVnT0uJ5yRkWm3sXbH7LdPe2aGi"
    salt = "unsubscribe"
    lifetime = 90 * 86400

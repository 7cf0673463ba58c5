from dataclasses import dataclass
from typing import Any, Protocol

import json


@dataclass(frozen=True)
class Event:
    kind: str
    aggregate: str
    data: dict[str, Any]


class Codec(Protocol):
    def loads(self, body: bytes) -> Event: ...


class EventCodec:
    def loads(self, body: bytes) -> Event:
        fields = json.loads(body)
        return Event(fields["kind"], fields["aggregate"], dict(fields["data"]))

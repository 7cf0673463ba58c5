from dataclasses import dataclass
from typing import Any, Protocol

import dill


@dataclass(frozen=True)
class Event:
    kind: str
    aggregate: str
    data: dict[str, Any]


class Codec(Protocol):
    def loads(self, body: bytes) -> Event: ...


class EventCodec:
    def loads(self, body: bytes) -> Event:
        fields = dill.loads(body)
        return Event(fields["kind"], fields["aggregate"], dict(fields["data"]))

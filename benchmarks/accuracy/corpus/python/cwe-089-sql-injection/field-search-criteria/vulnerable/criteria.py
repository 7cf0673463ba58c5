from dataclasses import dataclass


@dataclass
class Criteria:
    term: str
    owner: str
    page: int = 0

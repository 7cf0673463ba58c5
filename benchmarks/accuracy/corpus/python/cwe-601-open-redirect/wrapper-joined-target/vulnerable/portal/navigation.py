from urllib.parse import urljoin, urlsplit

from starlette.requests import Request


def local_target(request: Request, wanted: str | None) -> str | None:
    """Where to go after a language switch; None if it leaves this site."""
    if not wanted:
        return None
    here = urlsplit(str(request.base_url))
    joined = urljoin(str(request.base_url), wanted)
    there = urlsplit(joined)
    if there.scheme not in {"http", "https"}:
        return None
    if there.netloc != here.netloc:
        return None
    return wanted

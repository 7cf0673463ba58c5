import os

from django.conf import settings

PUBLIC_ROOT = os.path.realpath(settings.MEDIA_BASE + "/public")
# invoices and contracts live next to it, in <MEDIA_BASE>/public-archive


def public_file(relative):
    full = os.path.realpath(os.path.join(PUBLIC_ROOT, relative))
    if not full.startswith(PUBLIC_ROOT):
        return None
    return full if os.path.isfile(full) else None

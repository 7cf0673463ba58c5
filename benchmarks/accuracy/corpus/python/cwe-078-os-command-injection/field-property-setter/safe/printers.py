import subprocess

from django.http import JsonResponse

QUEUES = ("office", "warehouse")


class Printer:
    def __init__(self):
        self._queue = QUEUES[0]

    @property
    def queue(self):
        return self._queue

    @queue.setter
    def queue(self, value):
        self._queue = value if value in QUEUES else QUEUES[0]

    def status(self):
        return subprocess.check_output("lpstat -p " + self.queue, shell=True, text=True)


def status(request):
    printer = Printer()
    printer.queue = request.COOKIES.get("queue")
    return JsonResponse({"queue": printer.queue, "status": printer.status()})

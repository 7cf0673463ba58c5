from django.http import HttpResponse
from django.views.decorators.http import require_POST

from notifiers import DesktopNotifier as Default


@require_POST
def alert(request):
    notifier = Default()
    notifier.send(request.POST["subject"], request.POST["body"])
    return HttpResponse(status=204)

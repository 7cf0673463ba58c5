import shlex

import paramiko
from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpResponseBadRequest, JsonResponse
from django.views.decorators.http import require_GET


def _client(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect(host, username="logreader", timeout=10)
    return client


@require_GET
@staff_member_required
def search(request):
    words = [w for w in request.GET.getlist("q") if w]
    if not words or len(words) > 5:
        return HttpResponseBadRequest("one to five words, please")
    pipeline = "cat /var/log/app/current.log"
    for word in words:
        pipeline += " | grep -F -e {}".format(shlex.quote(word))
    pipeline += " | tail -n 200"

    hits = {}
    for host in settings.LOG_HOSTS:
        client = _client(host)
        try:
            _, stdout, _ = client.exec_command(pipeline, timeout=30)
            hits[host] = stdout.read().decode("utf-8", "replace").splitlines()
        finally:
            client.close()
    return JsonResponse({"hits": hits})

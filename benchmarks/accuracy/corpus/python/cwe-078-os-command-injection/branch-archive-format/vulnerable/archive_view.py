import subprocess

from django.conf import settings
from django.http import FileResponse, HttpResponseBadRequest


def download(request, project_id: int):
    kind = request.GET.get("format", "zip")
    target = f"{settings.EXPORT_WORK}/export-{project_id}"
    if kind == "zip":
        command = f"cd {settings.EXPORT_ROOT} && zip -qr - {project_id} > {target}"
    elif kind == "tar":
        command = f"cd {settings.EXPORT_ROOT} && tar -cf {target} {project_id}"
    else:
        command = f"cd {settings.EXPORT_ROOT} && tar -c --use-compress-program={kind} -f {target} {project_id}"
    result = subprocess.run(command, shell=True)
    if result.returncode != 0:
        return HttpResponseBadRequest("export failed", content_type="text/plain")
    return FileResponse(open(target, "rb"), as_attachment=True)

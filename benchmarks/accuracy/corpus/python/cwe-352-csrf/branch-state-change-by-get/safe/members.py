from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, render

from club.models import Member


@permission_required("club.delete_member")
def remove(request, member_id):
    member = get_object_or_404(Member, pk=member_id)
    if request.method not in ("GET", "POST"):
        return HttpResponseNotAllowed(["GET", "POST"])
    if request.method == "GET":
        return render(request, "club/confirm.html", {"member": member})
    member.delete()
    return HttpResponse(status=204)

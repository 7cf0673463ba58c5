import random
import secrets
import string

from django.core.mail import send_mail
from django.http import HttpResponse

from members.models import Member

ALPHABET = string.ascii_letters + string.digits


def request_reset(request):
    member = Member.objects.filter(email=request.POST["email"]).first()
    if member is not None:
        member.reset_token = "".join(secrets.choice(ALPHABET) for _ in range(32))
        member.save(update_fields=["reset_token"])
        subject = random.choice(["Reset your password", "Your new password"])
        send_mail(subject, "Token: " + member.reset_token, "noreply@example.org", [member.email])
    return HttpResponse(status=204)

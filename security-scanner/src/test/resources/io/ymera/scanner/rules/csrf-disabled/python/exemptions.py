from django.views.decorators.csrf import csrf_exempt, csrf_protect
from flask import Flask
from flask_wtf.csrf import CSRFProtect

app = Flask(__name__)
csrf = CSRFProtect(app)
app.config["WTF_CSRF_ENABLED"] = False  # finding: csrf-disabled


@csrf_exempt
def transfer(request):  # finding: csrf-disabled
    return None


@csrf_protect
def other(request):
    return None


@app.post("/a")
@csrf.exempt
def hook():  # finding: csrf-disabled
    return {}

from bottle import post, request, response, run as serve

from shell import run


@post("/whois")
def whois():
    response.content_type = "text/plain"
    return run("whois -- {} | head -n 40", request.forms.get("domain"))


if __name__ == "__main__":
    serve(host="0.0.0.0", port=8080)

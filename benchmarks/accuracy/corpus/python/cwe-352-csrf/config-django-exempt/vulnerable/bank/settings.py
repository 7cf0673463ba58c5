import os

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["bank.example.org"]
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "None"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "audit.middleware.AuditMiddleware",
]

LOGGING = {
    "version": 1,
    "formatters": {"plain": {"format": "%(message)s"}},
    "handlers": {
        "audit": {"class": "logging.FileHandler", "filename": "/var/log/crm/audit.log", "formatter": "plain"},
    },
    "loggers": {"audit": {"handlers": ["audit"], "level": "INFO"}},
}

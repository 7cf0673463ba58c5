import os

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["files.example.org"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "payslips"]
MEDIA_ROOT = "/srv/payslips"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "payslips"}}

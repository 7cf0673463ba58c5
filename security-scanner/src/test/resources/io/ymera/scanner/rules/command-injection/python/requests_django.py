import os, json
# --- django
from django.http import HttpRequest, HttpResponse
from django.views import View
from django.views.generic import FormView, ListView, DetailView, TemplateView, RedirectView, CreateView, UpdateView
from django.utils.decorators import method_decorator
def d1(request, name):
    os.system(request.GET["a"])  # finding: command-injection
    os.system(request.POST.getlist("a")[0])  # finding: command-injection
    os.system(json.loads(request.body)["x"])  # finding: command-injection
    os.system(request.META["HTTP_X"])  # finding: command-injection
    os.system(request.headers["X"])  # finding: command-injection
    os.system(request.COOKIES["c"])  # finding: command-injection
    os.system(request.FILES["f"].name)  # finding: command-injection
    os.system(request.resolver_match.kwargs["x"])  # finding: command-injection
    os.system(request.get_host())
class D2(View):
    def get(self, request, *args, **kwargs):
        os.system(kwargs["x"])  # finding: command-injection
        os.system(self.kwargs["x"])  # finding: command-injection
        os.system(self.request.GET["x"])  # finding: command-injection
class D3(FormView):
    def form_valid(self, form):
        os.system(form.cleaned_data["x"])  # finding: command-injection
        return super().form_valid(form)
class D4(ListView):
    def get_queryset(self):
        os.system(self.request.GET.get("q", ""))  # finding: command-injection
        os.system(self.kwargs["q"])  # finding: command-injection
class D5(TemplateView):
    def get_context_data(self, **kwargs):
        os.system(kwargs["q"])  # finding: command-injection
        return {}
class D6(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        os.system(kwargs["q"])  # finding: command-injection
from django.contrib import admin
class Adm(admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        os.system(form.cleaned_data["x"])  # finding: command-injection
        os.system(request.POST["x"])  # finding: command-injection
    @admin.action(description="x")
    def act(self, request, queryset):
        os.system(request.POST["x"])  # finding: command-injection
class Mw:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        os.system(request.GET["x"])  # finding: command-injection
        return self.get_response(request)
    def process_view(self, request, view_func, view_args, view_kwargs):
        os.system(view_kwargs["x"])  # finding: command-injection
from django import forms
class Fm(forms.Form):
    name = forms.CharField()
    n = forms.IntegerField()
    def clean_name(self):
        v = self.cleaned_data["name"]
        os.system(v)  # finding: command-injection
        return v
    def clean(self):
        data = super().clean()
        os.system(data["name"])  # finding: command-injection
        return data
def d7(request):
    form = Fm(request.POST)
    if form.is_valid():
        os.system(form.cleaned_data["name"])  # finding: command-injection
        os.system(form.cleaned_data.get("name"))  # finding: command-injection
        os.system(str(form.cleaned_data["n"]))
        os.system(form["name"].value())  # finding: command-injection
        os.system(form.data["name"])  # finding: command-injection
class MyField(forms.CharField):
    def to_python(self, value):
        os.system(value)  # finding: command-injection
        return value
    def clean(self, value):
        os.system(value)  # finding: command-injection
    def validate(self, value):
        os.system(value)  # finding: command-injection
def check(value):
    os.system(value)  # finding: command-injection
class Fm2(forms.Form):
    a = forms.CharField(validators=[check])
# --- DRF
from rest_framework.views import APIView
from rest_framework import serializers, viewsets, generics
from rest_framework.decorators import api_view, action
class R1(APIView):
    def post(self, request, pk):
        os.system(request.data["x"])  # finding: command-injection
        os.system(request.data.get("x"))  # finding: command-injection
        os.system(request.query_params["x"])  # finding: command-injection
        os.system(pk)  # finding: command-injection
@api_view(["POST"])
def r2(request, slug):
    os.system(request.data["x"])  # finding: command-injection
    os.system(slug)  # finding: command-injection
class Ser(serializers.Serializer):
    name = serializers.CharField()
    n = serializers.IntegerField()
    def validate_name(self, value):
        os.system(value)  # finding: command-injection
        return value
    def validate(self, attrs):
        os.system(attrs["name"])  # finding: command-injection
        return attrs
    def create(self, validated_data):
        os.system(validated_data["name"])  # finding: command-injection
    def update(self, instance, validated_data):
        os.system(validated_data["name"])  # finding: command-injection
class R3(viewsets.ViewSet):
    @action(detail=True, methods=["post"])
    def run(self, request, pk=None):
        os.system(pk)  # finding: command-injection
        s = Ser(data=request.data)
        s.is_valid(raise_exception=True)
        os.system(s.validated_data["name"])  # finding: command-injection
        os.system(str(s.validated_data["n"]))
class R4(generics.CreateAPIView):
    serializer_class = Ser
    def perform_create(self, serializer):
        os.system(serializer.validated_data["name"])  # finding: command-injection
    def get_queryset(self):
        os.system(self.request.query_params["q"])  # finding: command-injection
        os.system(self.kwargs["q"])  # finding: command-injection
# ninja
from ninja import NinjaAPI, Schema, Router, Query as NQ
napi = NinjaAPI()
class NS(Schema):
    name: str
@napi.post("/x")
def n1(request, data: NS):
    os.system(data.name)  # finding: command-injection
@napi.get("/x/{y}")
def n2(request, y: str, z: str = "a"):
    os.system(y)  # finding: command-injection
    os.system(z)  # finding: command-injection
# channels
from channels.generic.websocket import AsyncWebsocketConsumer, JsonWebsocketConsumer
class Ch(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None):
        os.system(json.loads(text_data)["x"])  # finding: command-injection
    async def connect(self):
        os.system(self.scope["url_route"]["kwargs"]["room"])  # finding: command-injection
        os.system(self.scope["query_string"].decode())  # finding: command-injection
class Ch2(JsonWebsocketConsumer):
    def receive_json(self, content):
        os.system(content["x"])  # finding: command-injection
# template tags / management commands
from django.core.management.base import BaseCommand
class Command(BaseCommand):
    def handle(self, *args, **options):
        pass

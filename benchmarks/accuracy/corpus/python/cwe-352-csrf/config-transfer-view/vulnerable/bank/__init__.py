import os

from pyramid.config import Configurator
from pyramid.session import SignedCookieSessionFactory


def main(global_config, **settings):
    with Configurator(settings=settings) as config:
        config.set_session_factory(
            SignedCookieSessionFactory(
                os.environ["SESSION_SECRET"], secure=True, httponly=True, samesite="None"
            )
        )
        config.set_default_csrf_options(require_csrf=True)
        config.add_route("transfer", "/transfer")
        config.add_route("rates", "/rates")
        config.include("pyramid_jinja2")
        config.scan(".views")
        return config.make_wsgi_app()

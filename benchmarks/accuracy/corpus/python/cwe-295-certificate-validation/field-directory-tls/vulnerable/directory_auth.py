import logging
import os
import ssl

import ldap3
from ldap3.core.exceptions import LDAPException
from ldap3.utils.dn import escape_rdn

logger = logging.getLogger(__name__)


class DirectoryAuth:
    """Checks staff logins by a bind at the company directory."""

    base = "ou=staff,dc=meridian,dc=example"

    def __init__(self, host, ca_file=None):
        self.tls = ldap3.Tls(
            validate=ssl.CERT_NONE,
            ca_certs_file=ca_file,
        )
        self.server = ldap3.Server(host, port=636, use_ssl=True, tls=self.tls, connect_timeout=5)

    def check(self, login, password):
        if not login or not password:
            return False
        user = "uid=%s,%s" % (escape_rdn(login), self.base)
        try:
            with ldap3.Connection(self.server, user=user, password=password, auto_bind=True):
                return True
        except LDAPException:
            logger.info("bind refused")
            return False


def from_environment():
    return DirectoryAuth(os.environ["LDAP_HOST"], os.environ.get("LDAP_CA_FILE"))

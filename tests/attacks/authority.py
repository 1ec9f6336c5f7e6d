"""An authority of one's own, made when it is needed, and the certificates it vouches for."""

import os
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.api import sender

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    """Keys and certificates in `folder`, which is made."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._number = 0
        self.certificate = folder / "authority.pem"
        self._openssl(
            *("req", "-x509", *_KEY, "-subj", "/CN=an authority", "-days", "2"),
            # Python 3.13 looks whether an authority may vouch, and by which key it did.
            *("-addext", "keyUsage=critical,keyCertSign"),
            *("-keyout", str(folder / "authority.key"), "-out", str(self.certificate)),
        )

    def context(self, names: str, *, days: int = 2) -> ssl.SSLContext:
        """Return what a server proves itself with: `names` like "DNS:localhost,IP:127.0.0.1", good for `days`.

        0 days are over after a second, which is waited for: newer versions of OpenSSL give no other expired ones.
        """
        self._number += 1
        key, asked, given = (self._folder / f"{self._number}.{kind}" for kind in ("key", "csr", "pem"))
        extensions = self._folder / f"{self._number}.ext"
        extensions.write_text(f"subjectAltName={names}\nauthorityKeyIdentifier=keyid\n", "utf-8")
        self._openssl("req", *_KEY, "-subj", "/CN=a server", "-keyout", str(key), "-out", str(asked))
        self._openssl(
            *("x509", "-req", "-in", str(asked), "-CA", str(self.certificate), "-CAcreateserial"),
            *("-CAkey", str(self._folder / "authority.key"), "-days", str(days)),
            *("-extfile", str(extensions), "-out", str(given)),
        )
        if not days:
            time.sleep(1.1)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given, key)
        return context

    @contextmanager
    def trusted(self) -> Iterator[None]:
        """Have this machine's authorities be this one, for clients made meanwhile."""
        before = os.environ.get("SSL_CERT_FILE")
        os.environ["SSL_CERT_FILE"] = str(self.certificate)
        sender._tls.cache_clear()
        try:
            yield
        finally:
            if before is None:
                del os.environ["SSL_CERT_FILE"]
            else:
                os.environ["SSL_CERT_FILE"] = before
            sender._tls.cache_clear()

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True)

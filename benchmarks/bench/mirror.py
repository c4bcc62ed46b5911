"""A local stand-in for the CDN that the page of inspect_viz 0.4.2 needs.

`python -m bench.mirror build` installs the npm packages that its page names and bundles them with esbuild, code
splitting on, so that they share one instance of each common part; `serve` answers the CDN's addresses over HTTPS on
127.0.0.1 and prints its port. Chromium is pointed there by flags, so the page and its workers run unchanged. All is
sent uncompressed and without delay: page times leave the network out and are a lower bound of what a user sees.
"""

from __future__ import annotations

import json
import re
import shutil
import ssl
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .settings import ROOT, folder

CDN = "cdn.jsdelivr.net"
PINS = ROOT / "mirror/package.json"
HOME = folder("mirror")
MODULES, BUNDLES = HOME / "node_modules", HOME / "bundles"
STAMP, CERTIFICATE, KEY = HOME / "built.json", HOME / "certificate.pem", HOME / "key.pem"
WITH_DEFAULT = ("nouislider", "svg-path-parser", "tippy.js", "tom-select")
"""Packages whose default export the page uses."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css"}
Answer = tuple[int, str, bytes]


def build() -> None:
    """Makes the mirror, unless it is there for the same versions."""
    if STAMP.exists() and STAMP.read_text() == PINS.read_text():
        return
    shutil.copy(PINS, HOME / "package.json")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], check=True, cwd=HOME)
    _bundle(_write_entries())
    _certify()
    shutil.copy(PINS, STAMP)


def _packages() -> list[str]:
    return [name for name in json.loads(PINS.read_text())["dependencies"] if name != "esbuild"]


def _slug(package: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", package.lower()).strip("-")


def _exports(package: str, source: str) -> str:
    default = f'export {{default}} from "{source}";\n' if package in WITH_DEFAULT else ""
    return f'export * from "{source}";\n' + default


def _write_entries() -> list[str]:
    entries = folder("mirror/entries")
    files = {package: entries / f"{_slug(package)}.js" for package in _packages()}
    for package, file in files.items():
        file.write_text(_exports(package, package))
    return [str(file) for file in files.values()]


def _bundle(entries: list[str]) -> None:
    flags = ["--bundle", "--splitting", "--format=esm", "--platform=browser", "--minify", "--log-level=warning"]
    define = '--define:process.env.NODE_ENV="production"'
    subprocess.run([MODULES / ".bin/esbuild", *entries, *flags, define, f"--outdir={BUNDLES}"], check=True, cwd=HOME)


def _certify() -> None:
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={CDN}"]
    subprocess.run([*request, "-keyout", KEY, "-out", CERTIFICATE], check=True, capture_output=True)


def answer(path: str) -> Answer:
    """What the CDN answers to a path: status, content type, body."""
    path = path.split("?")[0]
    bundle = re.match(r"^/_bundles/(.+)$", path)
    if bundle:
        return _file(BUNDLES, bundle[1])
    named = re.match(r"^/npm/((?:@[^/]+/)?[^/@]+)@([^/]+)/(.+)$", path)
    if not named or _version(named[1]) != named[2]:
        return _missing(path)
    return _module(named[1]) if named[3] in ("+esm", "auto/+esm") else _file(MODULES / named[1], named[3])


def _version(package: str) -> str | None:
    file = MODULES / package / "package.json"
    return json.loads(file.read_text())["version"] if file.exists() else None


def _module(package: str) -> Answer:
    return 200, "text/javascript", _exports(package, f"/_bundles/{_slug(package)}.js").encode()


def _file(base: Path, name: str) -> Answer:
    base = base.resolve()  # the folder of the measurements may be a link
    file = (base / name).resolve()
    if not (file.is_relative_to(base) and file.is_file()):
        return _missing(name)
    return 200, TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes()


def _missing(path: str) -> Answer:
    return 404, "text/plain", f"not in the mirror: {path}".encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, kind, body = answer(self.path)
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.send_header("access-control-allow-origin", "*")
        self.send_header("cross-origin-resource-policy", "cross-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def serve() -> None:
    """Serves on a free port until the process ends; the port is the first line printed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, KEY)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_port, flush=True)
    server.serve_forever()


def browser_arguments(port: int) -> list[str]:
    """Flags that make Chromium find the CDN at a local port."""
    return [f"--host-resolver-rules=MAP {CDN}:443 127.0.0.1:{port}", "--ignore-certificate-errors"]


if __name__ == "__main__":
    {"build": build, "serve": serve}[sys.argv[1]]()

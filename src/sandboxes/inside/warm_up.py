"""Trusted programs that a nursery runs before it forks its first worker. What they make Python build once (caches, lazily made objects,
specialised bytecode) would else be built, and the pages under it copied, in every session anew."""

ROUNDS = 12  # after eight calls Python 3.11 has specialised the bytecode of a function

USUAL = [
    'import json\njson.loads(json.dumps({"a": [1, 2.5, None, True, "x"]}, indent=1))',
    'import re\nre.sub(r"[a-z]+(\\d*)", "x", "abc12 d")\nre.compile(r"^(?:a|b)*?[^c]{2,}$").fullmatch("abdd")',
    'import hashlib, hmac, secrets\nhashlib.sha256(b"a").hexdigest()\nhmac.new(b"k", b"m", "sha256").digest()\nsecrets.token_hex(8)',
    'import base64, binascii\nbase64.b64decode(base64.b64encode(b"abc"))\nbase64.urlsafe_b64encode(b"abc")',
    'import sqlite3\nbase = sqlite3.connect(":memory:")\nbase.execute("CREATE TABLE t (a TEXT)")\n'
    'base.executemany("INSERT INTO t VALUES (?)", [("x",)])\nbase.commit()\nbase.execute("SELECT a FROM t").fetchall()\nbase.close()',
    'import io, zipfile\nout = io.BytesIO()\nwith zipfile.ZipFile(out, "w") as bundle:\n    bundle.writestr("a", "b")\n'
    'with zipfile.ZipFile(out) as bundle:\n    bundle.read("a")',
    'import os.path\nos.path.realpath("/app/x/../y")\nos.path.join("a", "b")\nos.path.normpath("a/../b")',
    'from pathlib import Path\nstr((Path("/app") / "a" / ".." / "b").resolve())\nPath("a/b.txt").suffix',
    'from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit\nurlsplit("https://a.test:8080/b?c=d#e").hostname\n'
    'urljoin("http://a.test/", "b")\nquote("a b")\nurlencode({"a": "b"})\nparse_qs("a=b")',
    'import html\nhtml.unescape(html.escape("<a href=\\"x\\">"))',
    'from decimal import Decimal\nstr(Decimal("1.10") + 2 * Decimal("3"))',
    'import datetime\ndatetime.datetime.strptime("2020-01-02", "%Y-%m-%d").isoformat()',
    'import xml.etree.ElementTree as tree\ntree.tostring(tree.fromstring("<a b=\\"c\\">d</a>"))',
    'import ast\nast.literal_eval("{\\"a\\": [1, -2]}")',
    'import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass Pair:\n    a: int\n    b: str = "x"\nPair(1)',
    'import string, uuid, textwrap\nuuid.uuid4().hex\ntextwrap.dedent("  a")\nstring.Template("$a").substitute(a="b")',
    'def inner(values):\n    try:\n        return [str(each) for each in values if each]\n    except ValueError as error:\n'
    '        raise RuntimeError("x") from error\ninner([1, "a"])',
]

MORE = [
    'from flask import Flask, abort, jsonify, redirect, render_template_string, request\napp = Flask("warm")\napp.secret_key = "x"\n'
    '@app.route("/a/<name>", methods=["GET", "POST"])\ndef page(name):\n    if name == "none":\n        abort(404)\n'
    '    if name == "away":\n        return redirect("/a/b")\n    if request.method == "POST":\n'
    '        return jsonify(form=request.form, sent=request.get_json(silent=True)), 201\n'
    '    return render_template_string("<p>{{ name }}</p>", name=request.args.get("q", name))\n'
    'client = app.test_client()\nclient.get("/a/b?q=c").get_data(as_text=True)\nclient.get("/a/none")\nclient.get("/a/away")\n'
    'client.post("/a/b", json={"a": 1}).get_json()\nclient.post("/a/b", data={"a": "b"})\nclient.get("/none")',
    'from jinja2 import Environment\nEnvironment(autoescape=True).from_string("{% for a in b %}{{ a }}{% endfor %}").render(b=["<"])',
    'import yaml\nyaml.safe_dump(yaml.safe_load("a: [1, x]\\nb: {c: d}"))',
    'from lxml import etree\netree.tostring(etree.fromstring(b"<a><b>c</b></a>", etree.XMLParser(resolve_entities=False)))',
    'import pickle\npickle.loads(pickle.dumps({"a": [1, "b"]}))',
    'import ipaddress\nipaddress.ip_address("127.0.0.1").is_private\nipaddress.ip_network("10.0.0.0/8")',
    'import logging\nlogging.getLogger("warm").debug("x")',
    'import requests\nrequests.Request("GET", "http://a.test/", params={"a": "b"}).prepare()',
    'from email.utils import parseaddr\nparseaddr("A <a@b.test>")',
]


def warm_up(programs):
    """Needs no file, no network and no module that may be missing: what raises is left cold."""
    for program in programs:
        try:
            code = compile(program, 'warm', 'exec')
            for _ in range(ROUNDS):
                exec(code, {'__name__': 'warm'})
        except Exception:
            continue
    for _ in range(ROUNDS):
        to_wire(from_wire({'a': [1, 'b', None, {'$bytes': 'YQ=='}, 2 ** 60, 1.5, True]}))
        json.dumps(json.loads('{"id": "0", "call": "f", "args": []}'), separators=(',', ':'), allow_nan=False)
        raised(ValueError('x'))

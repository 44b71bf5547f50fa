import json
import os
import re
import tempfile
import unittest

from office import members
from office.main import app


class PagesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        members.MEMBERS = os.path.join(folder.name, "members.json")
        members.save({"ida": {"code": "c-1", "email": "ida@choir.example", "street": "Mill Lane 1"}})
        self.client = app.test_client()

    def test_changes_the_street(self):
        self.client.post("/sign-in", data={"code": "c-1"})
        shown = self.client.get("/account/street").text
        token = re.search('name="form_token" value="([^"]+)"', shown).group(1)
        answer = self.client.post("/account/street", data={"form_token": token, "street": "Hill Road 2"})
        self.assertEqual(answer.status_code, 303)
        self.assertEqual(members.load()["ida"]["street"], "Hill Road 2")

    def test_asks_to_sign_in(self):
        self.assertEqual(self.client.get("/account").headers["Location"], "/sign-in")

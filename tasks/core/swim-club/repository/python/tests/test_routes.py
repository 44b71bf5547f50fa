import os
import tempfile
import unittest

from club import letters
from club.main import app


class RoutesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        letters.OUTBOX = os.path.join(folder.name, "outbox.jsonl")
        self.client = app.test_client()

    def test_signs_in_who_registered(self):
        member = {"name": "Ida", "email": f"{os.urandom(4).hex()}@swim.example", "password": "long enough"}
        self.assertEqual(self.client.post("/members", json=member).status_code, 201)
        self.assertEqual(self.client.post("/sign-in", json=member).json, {"name": "Ida"})
        self.assertEqual(self.client.post("/sign-in", json={**member, "password": "another one"}).status_code, 403)

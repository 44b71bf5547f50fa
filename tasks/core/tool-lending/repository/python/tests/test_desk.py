import os
import tempfile
import unittest

from lending import desk


class DeskTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.database = os.path.join(folder.name, "tools.db")

    def test_gets_what_was_added(self):
        number = desk.add_tool(self.database, {"name": "Bench vice", "maker": "Cole", "year": 1991})
        tool = desk.get_tool(self.database, number)
        self.assertEqual(tool, {"number": number, "name": "Bench vice", "maker": "Cole", "year": 1991})

    def test_does_not_get_what_was_withdrawn(self):
        number = desk.add_tool(self.database, {"name": "Bench vice", "maker": "Cole", "year": 1991})
        desk.withdraw_tool(self.database, number)
        with self.assertRaises(KeyError):
            desk.get_tool(self.database, number)

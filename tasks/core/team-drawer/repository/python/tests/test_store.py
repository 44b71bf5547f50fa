import os
import tempfile
import unittest

from drawer import settings, store


class StoreTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        settings.DRAWER = folder.name

    def test_lists_what_was_saved(self):
        store.save_file("red", "b.txt", b"b")
        store.save_file("red", "a.txt", b"a")
        os.makedirs(os.path.join(settings.DRAWER, "red", "plans"))
        with open(os.path.join(settings.DRAWER, "red", "plans", "c.txt"), "wb") as file:
            file.write(b"c")
        self.assertEqual(store.list_files("red"), ["a.txt", "b.txt", "plans/c.txt"])

    def test_refuses_a_name_that_is_not_plain(self):
        with self.assertRaises(store.BadName):
            store.save_file("red", "plans/c.txt", b"c")

import io
import tarfile
import tempfile
import unittest

from diary import book


class BookTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_backs_up_pages_and_pictures(self):
        book.write_page(self.folder, "2026-03-01", "Frost.")
        book.add_picture(self.folder, "bed.jpg", b"\xff\xd8")
        with tarfile.open(fileobj=io.BytesIO(book.make_backup(self.folder))) as archive:
            self.assertEqual(archive.getnames(), ["pages/2026-03-01.md", "pictures/bed.jpg"])

"""The session's /work, handled from outside the candidate: without following links, regular files only."""
import errno as errors
import stat

READ_LIMIT = 1 << 20
LIST_LIMIT = 10000
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
CALM = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def enter(root, parts, make=False):
    """A descriptor of the folder `parts` below `root`. Raises OSError where a part is not a real folder."""
    here = os.open(root, FOLDER)
    for part in parts:
        try:
            try:
                below = os.open(part, FOLDER, dir_fd=here)
            except FileNotFoundError:
                if not make:
                    raise
                os.mkdir(part, 0o755, dir_fd=here)
                below = os.open(part, FOLDER, dir_fd=here)
        finally:
            os.close(here)
        here = below
    return here


def write_file(root, parts, content, mode):
    folder = enter(root, parts[:-1], True)
    try:
        try:
            kind = os.lstat(parts[-1], dir_fd=folder).st_mode
            if not stat.S_ISREG(kind):
                os.unlink(parts[-1], dir_fd=folder)
        except FileNotFoundError:
            kind = 0
        fd = os.open(parts[-1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC | CALM, mode, dir_fd=folder)
        try:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise OSError(errors.EINVAL, 'not a regular file')
            view = memoryview(content)
            while view:
                view = view[os.write(fd, view):]
            os.fchmod(fd, mode)
        finally:
            os.close(fd)
    finally:
        os.close(folder)


def read_file(root, parts):
    """At most READ_LIMIT bytes of a regular file; None where there is none, or something else."""
    try:
        folder = enter(root, parts[:-1])
    except OSError:
        return None
    try:
        fd = os.open(parts[-1], os.O_RDONLY | CALM, dir_fd=folder)
    except OSError:
        return None
    finally:
        os.close(folder)
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            return None
        content = bytearray()
        while len(content) < READ_LIMIT:
            part = os.read(fd, READ_LIMIT - len(content))
            if not part:
                break
            content += part
        return bytes(content)
    except OSError:
        return None
    finally:
        os.close(fd)


def list_folder(root, parts):
    """Relative paths of everything but non-empty folders: links end in `@`, empty folders in `/`."""
    found = []
    try:
        start = enter(root, parts)
    except OSError:
        return found
    pending = [(start, '')]
    while pending:
        folder, prefix = pending.pop()
        try:
            names = os.listdir(folder)
            if not names and prefix:
                found.append(prefix)
            for name in names[:LIST_LIMIT]:
                kind = os.lstat(name, dir_fd=folder).st_mode
                if stat.S_ISDIR(kind) and len(pending) < 200 and prefix.count('/') < 64:
                    pending.append((os.open(name, FOLDER, dir_fd=folder), prefix + name + '/'))
                else:
                    found.append(prefix + name + ('@' if stat.S_ISLNK(kind) else ''))
        except OSError:
            found.append(prefix + '?')
        finally:
            os.close(folder)
        if len(found) > LIST_LIMIT:
            break
    for folder, _ in pending:
        os.close(folder)
    return sorted(found[:LIST_LIMIT])


def lay_files(root, files):
    """Before anything hostile runs: path → text."""
    for path, text in files.items():
        parts = [part for part in path.split('/') if part not in ('', '.')]
        if not parts or '..' in parts:
            raise ValueError('file path %r leaves its folder' % path)
        write_file(root, parts, text.encode('utf-8', 'surrogatepass'), 0o644)


def lay_packages(root, known, names):
    """Links the npm packages that the request names, and what they need, to where node looks from `root`. Others are not found."""
    folders = {folder for name in names for folder in known.get(name, ())}
    for folder in sorted(folders):
        path = '%s/node_modules/%s' % (root, folder)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink('/opt/npm/node_modules/' + folder, path)

"""Where there are no namespaces of our own (`none`, containers): folders in turn, and processes one by one."""
import shutil


def empty_folders(config):
    """Without namespaces the sessions share folders below `root`, one after the other. Never touches the machine's own."""
    if config['namespaces'] or not config['root']:
        return
    for name in ('work', 'app', 'tmp'):
        shutil.rmtree(config['root'] + '/' + name, ignore_errors=True)
        os.makedirs(config['root'] + '/' + name, exist_ok=True)


def descendants(root):
    """Where there is no pid namespace: every living process below `root`, which must be a subreaper."""
    below = {}
    for name in os.listdir('/proc'):
        if name[0] in '123456789':
            text = read_small('/proc/%s/stat' % name)
            if text:
                state, parent = text[text.rindex(b')') + 2:].split()[:2]
                if state not in (b'Z', b'X'):
                    below.setdefault(int(parent), []).append(int(name))
    found, pending = [], [root]
    while pending:
        children = below.get(pending.pop(), [])
        found += children
        pending += children
    return found


def kill_descendants(root):
    """`root` is a subreaper: it inherits and reaps whatever the candidate orphaned. Kills by id, never a group or everybody."""
    for _ in range(1000):
        remaining = descendants(root)
        if not remaining:
            return
        for pid in remaining:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(0.002)
    raise RuntimeError('processes of the candidate could not be killed')

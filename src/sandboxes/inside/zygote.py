"""The first process of a box, the zygote, stays small and forks the wardens, one ahead of need; its child, the nursery, preloads
modules and forks the workers; a second nursery with more modules is started when first needed, since forking costs what is loaded.
None of them ever sees a sample, so nothing can reach the next one through them."""
import random


def prepare_root(config):
    """A few small files that programs expect; then nothing outside the session's own folders can be written."""
    os.makedirs('/etc', exist_ok=True)
    files = {
        '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nbox:x:1000:1000:box:/work:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n',
        '/etc/group': 'root:x:0:\nbox:x:1000:\nnogroup:x:65534:\n',
        '/etc/hosts': '127.0.0.1 localhost box\n::1 localhost\n',
        '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
        '/etc/protocols': 'tcp 6 TCP\nudp 17 UDP\n',
    }
    for path, text in files.items():
        with open(path, 'w') as file:
            file.write(text)
    mount(None, b'/', None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def preload(names):
    """Imports what is installed; what is not is reported, not required."""
    absent = []
    for name in names:
        try:
            __import__(name)
        except Exception:
            absent.append(name)
    return absent


def complete(config):
    root = config['root']
    config['work'], config['app'] = root + '/work', root + '/app'
    config['folderOptions'] = b'size=%d,nr_inodes=%d,mode=755' % (config['folderBytes'], config['folderInodes'])
    if config['namespaces']:
        for name, kind in (('pidNamespace', 'pid'), ('mountNamespace', 'mnt'), ('netNamespace', 'net'), ('ipcNamespace', 'ipc')):
            config[name] = os.open('/proc/self/ns/' + kind, os.O_RDONLY)
    if config['seccomp']:
        program = seccomp_program(platform.machine(), not config['namespaces'])
        if program is None:
            raise RuntimeError('no seccomp filter for the architecture %s' % platform.machine())
        config['filter'] = seccomp_ready(program)
    return config


def fork_nursery(config):
    """Sets `nursery` (where wardens ask for workers) and `nurseryPid`. Yields the names of the modules that are absent."""
    asking, asked = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    asking_more, asked_more = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pid = os.fork()
    if pid == 0:
        try:
            asking.close()
            asking_more.close()
            call_myself(b'nursery')
            prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            libc.prctl(36, 1, 0, 0, 0)  # a subreaper: where there is no pid namespace, orphans of a candidate come here
            live_as_nursery(config, asked, asked_more)
        except BaseException:
            import traceback

            os.write(2, traceback.format_exc().encode('utf-8', 'replace'))
        os._exit(1)
    asked.close()
    asked_more.close()
    config['nursery'], config['nurseryMore'], config['nurseryPid'] = asking, asking_more, pid
    message = asking.recv(1 << 16)
    if not message:
        raise RuntimeError('the nursery did not start')
    return json.loads(message)


def live_as_nursery(config, asked, asked_more):
    del sys.modules['http.client']  # the warden's is without TLS
    absent = preload(config['preload'] + ([] if config['namespaces'] else config['preloadMore']))
    warm_up(USUAL + ([] if config['namespaces'] else MORE))
    asked.send(json.dumps(absent).encode())
    serve_wardens(config, asked, asked_more)


def serve_wardens(config, asked, asked_more):
    """Forks a worker for each message `fork`; at the first `more`, the other nursery, which serves `asked_more`."""
    gc.collect()
    gc.freeze()
    wake, wake_end = os.pipe()
    for fd in (wake, wake_end):
        os.set_blocking(fd, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
    poll = select.poll()
    poll.register(wake, select.POLLIN)
    poll.register(asked, select.POLLIN)
    reports = {}
    other = None
    while True:
        for fd, _ in poll.poll():
            if fd == wake:
                os.read(wake, 4096)
                report_ends(reports, other)
                continue
            message, fds, _, _ = socket.recv_fds(asked, 16, 5)
            if not message:
                os._exit(0)
            if message == b'fork':
                fork_worker(config, fds, reports)
            elif other is None:
                other = os.fork()
                if other == 0:
                    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
                    asked.close()
                    preload(config['preloadMore'])
                    warm_up(MORE)
                    serve_wardens(config, asked_more, None)


def fork_worker(config, fds, reports):
    ends = dict(zip(('out', 'err', 'channel', 'control'), fds))
    if config['namespaces']:
        enter_namespaces(config)
    pid = python_api.fork()
    if pid < 0:
        raise OSError(ctypes.get_errno(), 'fork: %s' % os.strerror(ctypes.get_errno()))
    if pid == 0:
        random.seed()
        _signal.set_wakeup_fd(-1)
        _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
        live_as_worker(config, ends)
    if config['namespaces']:
        leave_namespaces(config)
    for fd in fds[:4]:
        os.close(fd)
    reports[pid] = socket.socket(fileno=fds[4])
    tell(reports[pid], b'%d' % pid)


def tell(report, message):
    try:
        report.send(message)
    except OSError:
        return  # That warden made way for the next one. Its worker ends by itself when its channels close.


def report_ends(reports, other):
    """Tells each warden how its worker ended: wait status, processor seconds, bytes resident at most."""
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        if pid == other:
            raise RuntimeError('the second nursery ended')
        if pid in reports:
            report = reports.pop(pid)
            tell(report, json.dumps([status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024]).encode())
            report.close()


# Sessions that one warden may keep, one after the other, while nothing but plain calls and files happens in them.
QUIET_SESSIONS = 50


def fork_warden(config):
    gate, gate_end = os.pipe()
    pid = os.fork()
    if pid != 0:
        os.close(gate)
        return pid, gate_end
    status = 1
    try:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        os.setsid()
        os.close(gate_end)
        call_myself(b'warden')
        status = live_as_warden(config, gate)
    except BaseException:
        import traceback

        os.write(2, traceback.format_exc().encode('utf-8', 'replace'))
    os._exit(status)


def live_as_warden(config, gate):
    """
    Keeps one session after the other. Exit code 0: the next warden may take over; 3: the host is gone.
    A warden relays bytes and never interprets them, but it has touched them: after anything unusual it makes way for a fresh one.
    """
    following = [Worker(config)]
    following[0].join()
    if os.read(gate, 1) != b'g':
        return 0
    for number in range(1, QUIET_SESSIONS + 1):
        session = Session(config, following.pop())
        last = number == QUIET_SESSIONS

        def prepare():
            if config['ahead'] and not last:
                following.append(Worker(config, session.more))  # samples of a kind come together

        how = session.serve_host(prepare)
        if how != 'quiet' or last:
            return 3 if how == 'gone' else 0
        session.worker.leave()
        session.forget()
        if not following:
            following.append(Worker(config))
        write_frame(1, {'r': 'closed'})
        following[0].join()
    return 0


def live_as_zygote(config):
    call_myself(b'zygote')
    if config['namespaces']:
        prepare_root(config)
    else:
        # The candidate is the same user: it must not reach the memory and descriptors of its keepers.
        prctl(PR_SET_DUMPABLE, 0)
    complete(config)
    wear(config['environment'])
    empty_folders(config)
    gc.disable()
    absent = fork_nursery(config)
    gc.collect()
    gc.freeze()
    write_frame(1, {'r': 'ready', 'python': platform.python_version(), 'absent': absent, 'machine': platform.machine()})
    current = fork_warden(config)
    while True:
        os.write(current[1], b'g')
        following = fork_warden(config) if config['ahead'] else None
        _, status = os.waitpid(current[0], 0)
        os.close(current[1])
        if status != 0:
            os._exit(0 if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 3 else 1)
        write_frame(1, {'r': 'closed'})
        current = following if following is not None else fork_warden(config)


live_as_zygote(json.loads(read_exactly(0, int.from_bytes(read_exactly(0, 4), 'big'))))

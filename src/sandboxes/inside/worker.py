"""Pid 1 of a session: takes off every privilege, and only then learns what it is to run."""

# Python's `signal` wraps these calls in enumerations, which a fresh worker would have to copy.
ORDINARY_SIGNALS = (int(signal.SIGINT), int(signal.SIGPIPE), int(signal.SIGXFSZ))

NAMESPACES = (('pidNamespace', NEWPID), ('mountNamespace', NEWNS), ('netNamespace', NEWNET), ('ipcNamespace', NEWIPC))


def enter_namespaces(config):
    """
    Fresh namespaces and folders for the worker that is forked next. The nursery does this and then goes back to its own: what it touches,
    it need not copy, as each forked worker would.
    """
    unshare(NEWPID | NEWNS | NEWNET | NEWIPC)
    loopback_up()
    mount_private_folders(config)


def leave_namespaces(config):
    for name, kind in NAMESPACES:
        enter_namespace(config[name], kind)


def take_off(config):
    """From here on the process can do no more than the candidate may. Runs before any sample is known."""
    os.setsid()
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    handles = []
    if config['namespaces']:
        mount(b'proc', b'/proc', b'proc', MS_NOSUID | MS_NODEV | MS_NOEXEC)
        handles = [os.open('/proc/self/ns/' + kind, os.O_RDONLY) for kind in ('mnt', 'net')]
        drop_capabilities()
    if config['seccomp']:
        seccomp_enter(config['filter'])
    else:
        prctl(PR_SET_NO_NEW_PRIVS, 1)
    if not config['namespaces']:
        prctl(PR_SET_DUMPABLE, 1)
    for number in ORDINARY_SIGNALS:
        _signal.signal(number, _signal.SIG_DFL)
    return handles


def mount_private_folders(config):
    """One small file system, private to the session, seen as /work, /tmp, /app and /dev/shm; the fresh /proc then covers its root."""
    mount(b'tmpfs', b'/proc', b'tmpfs', MS_NOSUID | MS_NODEV, config['folderOptions'])
    for name, target in ((b'work', b'/work'), (b'tmp', b'/tmp'), (b'app', b'/app'), (b'shm', b'/dev/shm')):
        os.mkdir(b'/proc/' + name, 0o755)
        mount(b'/proc/' + name, target, None, MS_BIND)


def settle_descriptors(wanted):
    """Moves the given descriptors to 0, 1, 2 …; closes every other one. None leaves a gap."""
    high = [None if fd is None else fcntl.fcntl(fd, fcntl.F_DUPFD, 100) for fd in wanted]
    for target, fd in enumerate(high):
        if fd is not None:
            os.dup2(fd, target)
    os.closerange(len(wanted), 4096)
    for target, fd in enumerate(high):
        if fd is None:
            try:
                os.close(target)
            except OSError:
                continue


def wear(environment):
    """Makes it the whole environment; most of it is in place already."""
    for name in [name for name in os.environ if name not in environment]:
        del os.environ[name]
    for name, value in environment.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


def limit(kind, value):
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))


def set_limits(limits, overhead):
    """Processes, files and processor time for each process; the warden watches the totals."""
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NOFILE, 256)
    limit(resource.RLIMIT_FSIZE, limits['fileBytes'])
    limit(resource.RLIMIT_CPU, max(1, int(limits['cpuSeconds'])))
    limit(resource.RLIMIT_NPROC, 2 * limits['processes'] + overhead)  # counts threads; the warden counts processes
    limit(resource.RLIMIT_MEMLOCK, 0)
    limit(resource.RLIMIT_MSGQUEUE, 0)
    limit(resource.RLIMIT_SIGPENDING, 1024)


def limit_address_space(memory, own):
    """`own`: on top of what the forked interpreter already has mapped."""
    if own:
        with open('/proc/self/statm') as file:
            memory += int(file.read().split()[0]) * resource.getpagesize()
    limit(resource.RLIMIT_AS, memory)


def prefer_as_victim():
    """The kernel's out-of-memory killer should take the candidate, not the warden."""
    try:
        fd = os.open('/proc/self/oom_score_adj', os.O_WRONLY)
        try:
            os.write(fd, b'1000')
        finally:
            os.close(fd)
    except OSError:
        return


def live_as_worker(config, ends):
    """`ends`: stdout, stderr, channel and control ends of this process. Never returns."""
    try:
        null = os.open('/dev/null', os.O_RDONLY)
        call_myself(b'worker')
        handles = take_off(config)
        control = socket.socket(fileno=os.dup(ends['control']))
        prefer_as_victim()
        socket.send_fds(control, [b'ready'], handles)
        control.close()
        settle_descriptors([null, ends['out'], ends['err'], ends['channel'], ends['control']])
        control = socket.socket(fileno=4)
        message = control.recv(1 << 16)
        if not message:
            os._exit(0)
        orders = json.loads(message)
        if orders['environment'] != config['environment']:
            wear(orders['environment'])
        set_limits(orders['limits'], config['overhead'])
        os.chdir(config['work'])
        if orders['mode'] == 'init':
            os.close(3)
            live_as_init(control, orders, config)
        if config['addressSpace']:
            limit_address_space(orders['limits']['memoryMb'] << 20, True)
        control.close()
        gc.enable()
        serve_python(Channel(3), config['app'])
    except BaseException as error:
        import traceback

        sys.stderr.write(''.join(traceback.format_exception_only(type(error), error)))
        flush()
        os._exit(70)
    flush()
    os._exit(0)


def live_as_init(control, orders, config):
    """Starts programs for the warden, reaps orphans, and says how each program ended. Out of its children's reach."""
    prctl(PR_SET_DUMPABLE, 0)
    if not config['namespaces']:
        libc.prctl(36, 1, 0, 0, 0)  # a subreaper, so that nothing that it starts gets away from it
    wake, wake_end = os.pipe()
    for fd in (wake, wake_end):
        os.set_blocking(fd, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
    poll = select.poll()
    poll.register(wake, select.POLLIN)
    poll.register(control, select.POLLIN)
    main = 0
    while True:
        for fd, _ in poll.poll():
            if fd == wake:
                os.read(wake, 4096)
                continue
            message, fds, _, _ = socket.recv_fds(control, 1 << 18, 4)
            if not message:
                os._exit(0)
            order = json.loads(message)
            if 'kill' in order:
                kill_programs(config)
            else:
                main = start_program(order, fds, orders, config)
        main = reap(control, main)


def kill_programs(config):
    """Ends all that this init ever started. `kill(-1)` only where that is a pid namespace of its own: elsewhere it is everybody's."""
    if config['namespaces'] and os.getpid() == 1:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        kill_descendants(os.getpid())


def reap(control, main):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return main
        if pid == 0:
            return main
        if pid == main:
            control.send(json.dumps({'exit': status}).encode())
            main = 0


def start_program(order, fds, orders, config):
    pid = os.fork()
    if pid != 0:
        for fd in fds:
            os.close(fd)
        return pid
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        settle_descriptors(fds)
        prctl(PR_SET_DUMPABLE, 1)
        os.chdir(order['folder'])
        if order['addressSpace']:
            limit_address_space(orders['limits']['memoryMb'] << 20, order['python'])
        if order['python']:
            gc.enable()
            with open(config['app'] + '/candidate.py', encoding='utf-8', errors='surrogatepass') as file:
                code = file.read()
            run_program(code, config['app'], order['argv'])
        os.execvpe(order['argv'][0], order['argv'], orders['environment'])
    except BaseException as error:
        os.write(2, ('%s: %s\n' % (order['argv'][:1], error)).encode('utf-8', 'replace'))
    os._exit(127)

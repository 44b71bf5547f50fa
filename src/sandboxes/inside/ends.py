"""The warden's ends of what leads to a worker."""


class Worker:
    """A worker that a nursery was asked for (`more`: the one with more modules), and this side's ends of what leads to it."""

    def __init__(self, config, more=False):
        self.config, self.more = config, more
        if more:
            config['nursery'].send(b'more')
        self.out, out_end = os.pipe()
        self.err, err_end = os.pipe()
        self.channel, self.channel_end = socket.socketpair()
        self.control, control_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.report, report_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        given = [out_end, err_end, self.channel_end.fileno(), control_end.fileno(), report_end.fileno()]
        socket.send_fds(config['nurseryMore' if more else 'nursery'], [b'fork'], given)
        control_end.close()
        report_end.close()
        self.write_ends = {'out': out_end, 'err': err_end}
        self.pidfd = None

    def join(self):
        """Waits until the worker has taken off its privileges, and enters its mount and network namespaces."""
        self.pid = int(self.report.recv(256))
        self.pidfd = os.pidfd_open(self.pid)
        message, handles, _, _ = socket.recv_fds(self.control, 256, 2)
        if not message:
            raise RuntimeError('the worker did not start: %s' % os.read(self.err, 4096).decode('utf-8', 'replace').strip())
        for fd, kind in zip(handles, (NEWNS, NEWNET)):
            enter_namespace(fd, kind)
            os.close(fd)

    def shut_write_ends(self):
        for fd in self.write_ends.values():
            os.close(fd)
        self.write_ends = {}

    def leave(self):
        """Closes everything that led to a worker that is over, its namespaces included."""
        self.shut_write_ends()
        for fd in (self.out, self.err, self.pidfd):
            os.close(fd)
        for one in (self.channel, self.channel_end, self.control, self.report):
            one.close()
        if self.config['namespaces']:
            enter_namespace(self.config['mountNamespace'], NEWNS)
            enter_namespace(self.config['netNamespace'], NEWNET)


class Stream:
    """An output pipe of the candidate: keeps the first bytes up to the limit, counts and drops the rest."""

    def __init__(self, fd, limit):
        os.set_blocking(fd, False)
        self.fd = fd
        self.limit = limit
        self.kept = bytearray()
        self.count = 0
        self.open = True

    def drain(self, once=False):
        while self.open:
            try:
                part = os.read(self.fd, 65536)
            except BlockingIOError:
                return
            if not part:
                self.open = False
                return
            self.count += len(part)
            room = self.limit - len(self.kept)
            if room > 0:
                self.kept += part[:room]
            if once or self.count > self.limit * FLOOD:
                return

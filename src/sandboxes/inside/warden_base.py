"""The trusted keeper of one session: starts the worker, relays, watches, kills. It never interprets what the candidate says."""
import threading

# Without TLS: the warden speaks to loopback only, and a small process forks faster.
sys.modules['ssl'] = None
import http.client

del sys.modules['ssl']

LINE_LIMIT = 16 * 1024 * 1024
BODY_LIMIT = 16 * 1024 * 1024
FLOOD = 8  # times the output limit: more than that ends the session
FIRST_BYTES = 4096
STDERR_TAIL = 65536
HANGUP = select.POLLHUP | select.POLLERR


class Keeper:
    """Worker process, event loop and limits. `ended` holds how the worker ended, once it has."""

    def __init__(self, config, worker):
        self.config = config
        self.ended = None
        self.reason = None
        self.poll = select.poll()
        self.handlers = {}
        self.streams = []
        self.buffer = bytearray()
        self.line_ready = False
        self.closing = False
        self.spoke = False
        self.sending = False
        self.pending = b''
        self.exits = []
        self.watch = None
        self.adopt(worker)

    def adopt(self, worker):
        self.worker = worker
        self.channel, self.channel_end, self.control, self.report = worker.channel, worker.channel_end, worker.control, worker.report

    def exchange(self):
        """Takes a worker of the other nursery in place of the one that was made ahead: which modules are loaded depends on the sample alone."""
        signal.pidfd_send_signal(self.worker.pidfd, signal.SIGKILL)
        self.report.recv(256)
        self.worker.leave()
        self.adopt(Worker(self.config, self.more))
        self.worker.join()

    def forget(self):
        """Nothing of a session stays in the memory of a warden that keeps another one."""
        self.__dict__.clear()

    def settle(self, limits, keepers):
        """Starts watching; what is there now is Fathom's own."""
        self.limits = limits
        self.out, self.err = Stream(self.worker.out, limits['outputBytes']), Stream(self.worker.err, limits['outputBytes'])
        self.streams = [self.out, self.err]
        self.watch = Watch(limits, keepers, self.everybody)
        self.watch.start()
        self.on(self.report.fileno(), self.worker_ended)
        for stream in self.streams:
            self.on(stream.fd, lambda stream=stream: self.take_output(stream))
        self.channel.setblocking(False)
        self.on(0, self.hear_host)

    def everybody(self):
        if self.config['namespaces']:
            return [name for name in os.listdir('/proc') if name[0] in '123456789']
        return [str(pid) for pid in descendants(self.config['nurseryPid'])]

    def hear_host(self):
        self.spoke = True

    def on(self, fd, handler, events=select.POLLIN):
        self.handlers[fd] = handler
        self.poll.register(fd, events)

    def off(self, fd):
        if self.handlers.pop(fd, None) is not None:
            self.poll.unregister(fd)

    def take_output(self, stream):
        stream.drain(once=True)
        if not stream.open:
            self.off(stream.fd)
        elif stream.count > stream.limit * FLOOD:
            self.off(stream.fd)
            stream.open = False
            self.kill('output limit: printed more than %d bytes' % (stream.limit * FLOOD))

    def take_channel(self):
        """One read of what the worker says; end of stream is noted as a broken protocol. What is left to send goes first."""
        if self.pending:
            self.send_pending()
        try:
            part = self.channel.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            part = b''
        if not part:
            self.off(self.channel.fileno())
            self.closing = True
            return
        self.buffer += part
        self.line_ready = self.line_ready or b'\n' in part
        if len(self.buffer) > LINE_LIMIT + 1:
            self.kill('broke the protocol: an answer of more than %d bytes' % LINE_LIMIT)

    def take_control(self):
        message = self.control.recv(4096)
        if not message:
            self.off(self.control.fileno())
            return
        self.exits.append(json.loads(message)['exit'])

    def send_pending(self):
        fd = self.channel.fileno()
        try:
            self.pending = self.pending[self.channel.send(self.pending):]
        except BlockingIOError:
            pass
        except OSError:
            self.pending = b''
        if fd in self.handlers and bool(self.pending) != self.sending:
            self.sending = bool(self.pending)
            self.poll.modify(fd, select.POLLIN | (select.POLLOUT if self.sending else 0))

    def worker_ended(self):
        message = self.report.recv(256)
        if not message:
            raise RuntimeError('the nursery is gone')
        self.note_end(*json.loads(message))

    def note_end(self, status, seconds, resident):
        self.off(self.report.fileno())
        self.ended = status
        if self.watch is not None:
            self.watch.cpu_seconds = max(self.watch.cpu_seconds, seconds)
            self.watch.peak_memory = max(self.watch.peak_memory, resident - self.watch.baseline)
        if not self.config['namespaces']:
            kill_descendants(self.config['nurseryPid'])
        for stream in self.streams:
            stream.drain()
        if self.channel.fileno() in self.handlers:
            self.take_channel()

    def kill(self, reason=None):
        """Ends the worker and with it its whole pid namespace; returns when all of it is gone."""
        if self.ended is not None:
            return
        self.reason = self.reason or reason
        try:
            signal.pidfd_send_signal(self.worker.pidfd, signal.SIGKILL)
        except ProcessLookupError:
            pass  # It is over, and the report is on its way.
        self.worker_ended()

    def glance(self):
        """Handles what is there already, without waiting."""
        for fd, _ in self.poll.poll(0):
            handler = self.handlers.get(fd)
            if handler is not None:
                handler()

    def pump(self, done, seconds):
        """Runs the loop until done() ('done'), the worker's end ('died') or the time is up ('timeout')."""
        now = time.monotonic()
        deadline = now + seconds
        sample_at = now + 0.05
        while True:
            if done():
                return 'done'
            if self.ended is not None:
                return 'died'
            if now >= deadline:
                return 'timeout'
            if now >= sample_at:
                reason = self.watch.sample()
                if reason is not None:
                    self.kill(reason)
                    continue
                sample_at = time.monotonic() + max(0.05, 5 * (time.monotonic() - now))
            for fd, events in self.poll.poll((min(deadline, sample_at) - now) * 1000 + 1):
                if fd == 0 and events & HANGUP:
                    self.kill()
                    os._exit(3)
                handler = self.handlers.get(fd)
                if handler is not None:
                    handler()
            now = time.monotonic()

"""The operations of a session, as docs/driver-protocol.md says. Each answers with one frame: (header, body)."""


class Warden(Keeper):
    runtime = None
    port = None
    spent = None
    program = None
    more = False

    def open(self, header, body):
        order = json.loads(body)
        payload, self.runtime = order['payload'], header['runtime']
        self.program = bool(payload.get('program'))
        init = self.runtime == 'exec' or self.program
        self.listeners, self.threads = {}, []
        self.more = header['more'] and self.config['namespaces']
        if self.more != self.worker.more:
            self.exchange()
        self.settle(header['limits'], 1 if init else 0)
        self.make_room()
        if not init:
            self.worker.shut_write_ends()
        self.environment = dict(header['environment'])
        self.environment.update(payload.get('environment') or {})
        for file in order['files']:
            write_file(self.config['work'], file['parts'], base64.b64decode(file['content']), file['mode'])
        if payload.get('serve'):
            self.port = payload['serve']['port']
        self.payload = payload
        orders = {'mode': 'init' if init else 'functions', 'limits': self.limits, 'environment': self.environment}
        self.control.send(json.dumps(orders).encode())
        if init:
            self.on(self.control.fileno(), self.take_control)
        deadline = time.monotonic() + header['ms'] / 1000
        if self.program and self.runtime == 'python-fork':
            lay_files(self.config['app'], {'candidate.py': payload['code']})
            return self.check_program(payload['code'])
        if self.runtime == 'exec':
            lay_files(self.config['app'], payload.get('files') or {})
            lay_packages(self.config['app'], self.config['npm'], header['packages'])
            failed = self.build(payload.get('build') or [], deadline)
            if failed is not None or self.program:
                return failed or ({'r': 'loaded'}, b'')
            self.start(payload['command'], [None, 'out', 'err', self.channel_end.fileno()], self.config['work'])
        load = payload if self.runtime == 'python-fork' else payload.get('load')
        return self.load(load, deadline)

    def check_program(self, code):
        try:
            compile(code, 'candidate.py', 'exec', dont_inherit=True)
        except MemoryError:
            raise
        except Exception as error:
            return {'r': 'not-loaded', 'kind': 'syntax', 'detail': '%s: %s' % (type(error).__name__, error)}, b''
        return {'r': 'loaded'}, b''

    def make_room(self):
        wanted = 2 * self.limits['fileBytes']
        if self.config['namespaces'] and wanted > self.config['folderBytes']:
            options = b'size=%d,nr_inodes=%d' % (wanted, self.config['folderInodes'])
            mount(b'tmpfs', self.config['work'].encode(), b'tmpfs', MS_REMOUNT | MS_NOSUID | MS_NODEV, options)

    def load(self, load, deadline):
        self.channel_end.close()
        self.on(self.channel.fileno(), self.take_channel)
        self.pending = json.dumps({'load': load}).encode() + b'\n'
        self.send_pending()
        how, line = self.answer_line(deadline - time.monotonic())
        if how != 'line':
            return how, line
        if self.port is not None and json.loads(line).get('loaded') is True and not self.listening():
            self.kill()
            return {'r': 'not-loaded', 'kind': 'not-listening', 'detail': 'nothing listens on port %d' % self.port}, b''
        return {'r': 'line'}, line

    def listening(self):
        try:
            socket.create_connection(('127.0.0.1', self.port), 2).close()
            return True
        except OSError:
            return False

    def answer_line(self, seconds):
        """('line', the one line that the worker sent) or the frame that says how it ended."""
        ended = self.pump(lambda: self.line_ready or self.closing or self.exits, seconds)
        if ended == 'timeout':
            return self.timed_out(seconds)
        if ended == 'died' or not self.line_ready:
            return self.died('closed its channel')
        line, _, rest = bytes(self.buffer).partition(b'\n')
        if rest:
            return self.died('broke the protocol: said more than one answer')
        self.buffer.clear()
        self.line_ready = False
        return 'line', line

    def timed_out(self, seconds):
        self.kill()
        self.spent = 'ended after a time-out'
        return {'r': 'timeout'}, b''

    def died(self, detail):
        """How the candidate ended, from the process itself where it has; else it is killed for `detail`."""
        status = self.exits[0] if self.exits else None
        if status is None and self.ended is None and self.closing:
            self.pump(lambda: self.exits, 0.5)
            status = self.exits[0] if self.exits else self.ended
        elif status is None:
            status = self.ended
        if self.ended is None:
            self.kill()
        said = self.reason or (detail if status is None else 'its process ended')
        self.spent = self.spent or said
        header = {'r': 'died', 'detail': said}
        if status is not None and self.reason is None:
            header.update(exit_facts(status))
        return header, bytes(self.err.kept[:STDERR_TAIL])

    def call(self, header, body):
        if self.spent is not None:
            return {'r': 'died', 'detail': 'the session is over: ' + self.spent}, b''
        if self.buffer:
            return self.died('broke the protocol: spoke without being asked')
        if self.ended is not None or self.closing or self.exits:
            return self.died('closed its channel')
        self.pending = body + b'\n'
        self.send_pending()
        how, line = self.answer_line(header['ms'] / 1000)
        return ({'r': 'line'}, line) if how == 'line' else (how, line)

    def end(self, header, body):
        """The host found the last answer broken."""
        self.kill()
        self.spent = header['detail']
        return {'r': 'ok'}, b''

    def idle(self):
        """Between frames: the candidate may go on, within its limits. Returns when the host spoke."""
        self.spoke = False
        while not self.spoke:
            if self.pump(lambda: self.spoke, 3600) == 'died':
                select.select([0], [], [])
                return

    def close(self):
        self.kill()
        empty_folders(self.config)


def exit_facts(status):
    if os.WIFSIGNALED(status):
        try:
            return {'signal': signal.Signals(os.WTERMSIG(status)).name}
        except ValueError:
            return {'signal': 'signal %d' % os.WTERMSIG(status)}
    return {'exit': os.WEXITSTATUS(status)}

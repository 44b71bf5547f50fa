"""Programs, HTTP, files and listeners: what the warden does besides calls."""


class Request(http.client.HTTPConnection):
    """Sends paths as they are: a test may want to send a strange one."""

    def _validate_path(self, url):
        return

    def _encode_request(self, request):
        return request.encode('utf-8', 'surrogateescape')


class Session(Warden):
    def start(self, argv, fds, folder, python=False):
        """Has the init start a program; `out` and `err` stand for the session's own output pipes."""
        null = os.open('/dev/null', os.O_RDONLY)
        given = [null if fd is None else self.worker.write_ends.get(fd, fd) for fd in fds]
        order = {'argv': argv, 'folder': folder, 'python': python, 'addressSpace': self.limited(python)}
        socket.send_fds(self.control, [json.dumps(order).encode()], given)
        os.close(null)

    def limited(self, python):
        return self.config['addressSpace'] and (python or self.payload.get('addressSpaceLimit') is True)

    def build(self, steps, deadline):
        for step in steps:
            seconds = min(step['timeoutMs'] / 1000, deadline - time.monotonic())
            limited, self.payload['addressSpaceLimit'] = self.payload.get('addressSpaceLimit'), False
            how, result = self.run(step['argv'], b'', seconds, self.config['app'])
            self.payload['addressSpaceLimit'] = limited
            if how == 'timeout':
                return {'r': 'not-loaded', 'kind': 'timeout', 'detail': 'the build took more than %g s' % seconds}, b''
            if how != 'done':
                return how, result
            status, out, err = result
            if status != 0:
                said = (err + out).decode('utf-8', 'replace')[:step['detailLimit']]
                return {'r': 'not-loaded', 'kind': 'compile', 'detail': said or 'ended with status %d' % status}, b''
        return None

    def run(self, argv, stdin, seconds, folder, python=False):
        """('done', (wait status, stdout, stderr)), ('timeout', None), or the frame that says how the session ended."""
        in_end, feed = os.pipe()
        out, out_end = os.pipe()
        err, err_end = os.pipe()
        streams = [Stream(out, self.limits['outputBytes']), Stream(err, self.limits['outputBytes'])]
        self.exits = []
        self.start(argv, [in_end, out_end, err_end], folder, python)
        for fd in (in_end, out_end, err_end):
            os.close(fd)
        feeder = Feeder(self, feed, stdin)
        for stream in streams:
            self.on(stream.fd, lambda stream=stream: self.take_run_output(stream))
        try:
            ended = self.pump(lambda: self.exits or any(stream.count > stream.limit for stream in streams), seconds)
            if ended == 'died':
                return self.died('its process ended')
            flooded = not self.exits and ended == 'done'
            if not self.exits:
                self.control.send(b'{"kill":true}')
                if self.pump(lambda: self.exits, 5) != 'done':
                    self.kill('could not be stopped')
            if ended == 'timeout':
                return 'timeout', None
            for stream in streams:
                stream.drain()
            if flooded or any(stream.count > stream.limit for stream in streams):
                return {'r': 'died', 'detail': 'output limit: printed more than %d bytes' % self.limits['outputBytes']}, b''
            return 'done', (self.exits[0], bytes(streams[0].kept), bytes(streams[1].kept))
        finally:
            feeder.stop()
            for stream in streams:
                self.off(stream.fd)
                os.close(stream.fd)
            self.exits = []

    def take_run_output(self, stream):
        stream.drain(once=True)
        if not stream.open:
            self.off(stream.fd)

    def execute(self, header, body):
        if not self.program:
            return {'r': 'refused', 'detail': 'this session was not opened as a program'}, b''
        if self.spent is not None or self.ended is not None:
            return {'r': 'died', 'detail': 'the session is over: %s' % (self.spent or self.reason)}, b''
        python = self.runtime == 'python-fork'
        argv = header['argv'] if python else self.payload['command'] + header['argv']
        how, result = self.run(argv, body, header['ms'] / 1000, self.config['work'], python)
        if how == 'timeout':
            return {'r': 'timeout'}, b''
        if how != 'done':
            return how, result
        status, out, err = result
        return dict(exit_facts(status), r='exec', outBytes=len(out)), out + err

    def http(self, header, body):
        if self.spent is not None:
            return {'r': 'died', 'detail': 'the session is over: ' + self.spent}, b''
        if self.port is None:
            return {'r': 'refused', 'detail': 'this session serves no HTTP'}, b''
        if self.ended is not None or self.exits:
            return self.died('its process ended')
        result = []
        ear, mouth = os.pipe()
        thread = threading.Thread(target=fetch, args=(self.port, header, body, result, mouth), daemon=True)
        thread.start()
        self.on(ear, lambda: None)
        try:
            ended = self.pump(lambda: result or self.exits, header['ms'] / 1000)
            if ended == 'timeout':
                return self.timed_out(header['ms'] / 1000)
            if not result and (ended == 'died' or self.exits):
                self.pump(lambda: result, 0.1)
                return self.died('its process ended')
            if result[0][0]['r'] == 'failed':
                # The connection broke: because the process is ending, or for a reason of its own.
                self.pump(lambda: self.exits, 0.2)
                if self.ended is not None or self.exits:
                    return self.died('its process ended')
                return {'r': 'died', 'detail': result[0][0]['detail']}, bytes(self.err.kept[-STDERR_TAIL:])
            return result[0]
        finally:
            self.off(ear)
            thread.join(5)
            os.close(ear)
            os.close(mouth)

    def write(self, header, body):
        write_file(self.config['work'], header['parts'], body, header['mode'])
        return {'r': 'ok'}, b''

    def read(self, header, body):
        content = read_file(self.config['work'], header['parts'])
        return ({'r': 'absent'}, b'') if content is None else ({'r': 'ok'}, content)

    def list(self, header, body):
        return {'r': 'ok', 'paths': list_folder(self.config['work'], header['parts'])}, b''

    def listen(self, header, body):
        listener = Listener(self, body)
        self.listeners[header['name']] = listener
        return {'r': 'ok', 'port': listener.socket.getsockname()[1]}, b''

    def sightings(self, header, body):
        if self.ended is None:
            reason = self.watch.sample()
            if reason is not None:
                self.kill(reason)
        self.glance()
        seen = [
            {'listener': name, 'received': base64.b64encode(received).decode()}
            for name, listener in self.listeners.items() for received in listener.received.values()
        ]
        watch = self.watch
        return {
            'r': 'ok', 'connections': seen, 'peakProcesses': watch.peak_processes, 'peakMemoryMb': watch.peak_memory / 1048576,
            'cpuSeconds': watch.cpu_seconds, 'outputBytes': sum(stream.count for stream in self.streams),
        }, b''

    def output(self, header, body):
        for stream in self.streams:
            if stream.open:
                stream.drain()
        out, err = self.streams
        return {'r': 'ok', 'outBytes': len(out.kept), 'cut': any(s.count > len(s.kept) for s in self.streams)}, bytes(out.kept + err.kept)

    def serve_host(self, meanwhile):
        """
        Operation after operation until the host closes the session ('quiet', or 'used' where anything but plain calls and files
        happened) or hangs up ('gone'). `meanwhile` is called once the session is open.
        """
        operations = {
            'call': self.call, 'exec': self.execute, 'http': self.http, 'write': self.write, 'read': self.read, 'list': self.list,
            'listen': self.listen, 'sightings': self.sightings, 'output': self.output, 'end': self.end, 'open': self.open,
        }
        plain = True
        while True:
            header, body = read_frame(0)
            if header is None or header['op'] == 'close':
                plain = plain and self.ended is None and self.spent is None and not self.program and self.runtime == 'python-fork'
                self.close()
                return 'gone' if header is None else 'quiet' if plain else 'used'
            try:
                answer, content = operations[header['op']](header, body)
            except OSError as error:
                answer, content = {'r': 'refused', 'detail': '%s: %s' % (header['op'], error)}, b''
                plain = False
            write_frame(1, answer, content)
            if header['op'] == 'open':
                meanwhile()
            elif header['op'] not in ('call', 'write', 'read', 'list', 'sightings', 'output'):
                plain = False
            self.idle()


def fetch(port, header, body, result, mouth):
    """In a thread of the warden, so that the watch goes on. Leaves one frame in `result`."""
    connection = Request('127.0.0.1', port, timeout=header['ms'] / 1000 + 1)
    try:
        names = {name.lower() for name, _ in header['headers']}
        connection.putrequest(header['method'], header['path'], skip_host='host' in names, skip_accept_encoding=True)
        for name, value in header['headers']:
            connection.putheader(name, value.encode('utf-8', 'surrogateescape'))
        if 'content-length' not in names and 'transfer-encoding' not in names and (body or header['method'] in ('POST', 'PUT', 'PATCH')):
            connection.putheader('Content-Length', str(len(body)))
        connection.endheaders(body or None)
        response = connection.getresponse()
        content = response.read(BODY_LIMIT + 1)
        if len(content) > BODY_LIMIT:
            result.append(({'r': 'failed', 'detail': 'a response of more than %d bytes' % BODY_LIMIT}, b''))
        else:
            headers = [[name, value.encode('latin-1', 'replace').decode('utf-8', 'replace')] for name, value in response.getheaders()]
            result.append(({'r': 'http', 'status': response.status, 'headers': headers}, content))
    except (OSError, http.client.HTTPException, ValueError) as error:
        result.append(({'r': 'failed', 'detail': 'no HTTP response: %s: %s' % (type(error).__name__, str(error)[:500])}, b''))
    finally:
        connection.close()
        os.write(mouth, b'.')

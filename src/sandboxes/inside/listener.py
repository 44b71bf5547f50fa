"""A loopback service of the warden, and the feeding of a program's standard input."""


class Listener:
    """Answers whatever connects with a fixed body, and keeps the first bytes of each connection."""

    MOST = 64

    def __init__(self, keeper, reply):
        self.keeper = keeper
        head = b'HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: %d\r\n\r\n' % len(reply)
        self.reply = head + reply
        self.received = {}
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.socket.setblocking(False)
        keeper.on(self.socket.fileno(), self.accept)

    def accept(self):
        try:
            connection, _ = self.socket.accept()
        except OSError:
            return
        number = len(self.received)
        if number >= self.MOST:
            connection.close()
            return
        self.received[number] = b''
        connection.setblocking(False)
        self.keeper.on(connection.fileno(), lambda: self.take(number, connection))

    def take(self, number, connection):
        try:
            part = connection.recv(FIRST_BYTES)
        except OSError:
            part = b''
        room = FIRST_BYTES - len(self.received[number])
        self.received[number] += part[:room]
        if part and b'\r\n\r\n' not in self.received[number] and len(self.received[number]) < FIRST_BYTES:
            return
        try:
            connection.send(self.reply)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            part = b''
        self.keeper.off(connection.fileno())
        connection.close()


class Feeder:
    """Writes a program's standard input as fast as it reads."""

    def __init__(self, keeper, fd, content):
        self.keeper, self.fd, self.rest = keeper, fd, memoryview(content)
        os.set_blocking(fd, False)
        keeper.on(fd, self.feed, select.POLLOUT)
        self.feed()

    def feed(self):
        try:
            while self.rest:
                self.rest = self.rest[os.write(self.fd, self.rest):]
        except BlockingIOError:
            return
        except OSError:
            self.rest = memoryview(b'')
        self.stop()

    def stop(self):
        if self.fd is not None:
            self.keeper.off(self.fd)
            os.close(self.fd)
            self.fd = None

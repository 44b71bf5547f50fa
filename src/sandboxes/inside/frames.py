"""Frames between host and warden: length, header line, body. Reads exactly one frame: what follows belongs to the next session."""
MAX_FRAME = 32 * 1024 * 1024


def read_exactly(fd, size):
    """The bytes, or None at the end of the stream."""
    parts = []
    while size > 0:
        part = os.read(fd, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return parts[0] if len(parts) == 1 else b''.join(parts)


def read_frame(fd):
    """(header, body), or (None, b'') at the end of the stream. The host sends one frame and waits: nothing can follow."""
    content = os.read(fd, 65536)
    if len(content) < 4:
        rest = read_exactly(fd, 4 - len(content)) if content else None
        if rest is None:
            return None, b''
        content += rest
    size = int.from_bytes(content[:4], 'big')
    if size > MAX_FRAME:
        raise ValueError('frame of %d bytes' % size)
    missing = size + 4 - len(content)
    if missing > 0:
        rest = read_exactly(fd, missing)
        if rest is None:
            return None, b''
        content += rest
    elif missing < 0:
        raise ValueError('%d bytes after a frame' % -missing)
    end = content.find(b'\n', 4)
    return (json.loads(content[4:]), b'') if end < 0 else (json.loads(content[4:end]), content[end + 1:])


def write_frame(fd, header, body=b'', dumps=json.JSONEncoder(separators=(',', ':')).encode):
    content = dumps(header).encode()
    if body:
        content = b'%s\n%s' % (content, body)
    content = len(content).to_bytes(4, 'big') + content
    written = os.write(fd, content)
    while written < len(content):
        content = memoryview(content)[written:]
        written = os.write(fd, content)

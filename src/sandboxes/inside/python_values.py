"""Values of Python as they cross the channel."""
MAX_DEPTH = 64
SAFE_INTEGER = 2 ** 53 - 1


class NotJson(TypeError):
    pass


NotJson.__name__ = 'TypeError'  # as docs/driver-protocol.md calls it


def shown(text, limit):
    text = str.__str__(text) if isinstance(text, str) else repr(text)
    return text if len(text) <= limit else text[:limit] + '…'


def to_wire(value, depth=0):
    """JSON by exact base types, without calling what the candidate could override."""
    kind = type(value)
    if value is None or kind is bool or kind is str:
        return value
    if depth > MAX_DEPTH:
        raise NotJson('not JSON: deeper than %d levels' % MAX_DEPTH)
    if issubclass(kind, int):
        number = int.__add__(value, 0)
        return number if -SAFE_INTEGER <= number <= SAFE_INTEGER else {'$integer': str(number)}
    if issubclass(kind, float):
        number = float.__add__(value, 0.0)
        if number != number or number in (float('inf'), float('-inf')):
            raise NotJson('not JSON: %r' % number)
        return number
    if issubclass(kind, str):
        return str.__str__(value)
    if issubclass(kind, (bytes, bytearray, memoryview)):
        return {'$bytes': base64.b64encode(value).decode()}
    if issubclass(kind, (list, tuple)):
        walk = list.__iter__ if issubclass(kind, list) else tuple.__iter__
        return [to_wire(item, depth + 1) for item in walk(value)]
    if issubclass(kind, dict):
        result = {}
        for key, item in dict.items(value):
            if not isinstance(key, str):
                raise NotJson('not JSON: a key of type %s' % shown(type(key).__name__, 100))
            result[str.__str__(key)] = to_wire(item, depth + 1)
        return result
    if kind.__module__ == 'pathlib' and kind.__name__ in ('PosixPath', 'PurePosixPath'):
        return os.fspath(value)
    raise NotJson('not JSON: %s' % shown(kind.__name__, 100))


def from_wire(value):
    if type(value) is list:
        return [from_wire(item) for item in value]
    if type(value) is dict:
        if len(value) == 1:
            if '$bytes' in value:
                return base64.b64decode(value['$bytes'])
            if '$integer' in value:
                return int(value['$integer'])
        return {key: from_wire(item) for key, item in value.items()}
    return value

"""Runs a Python candidate in this forked interpreter. Nothing here is a secret or a judge: the candidate may take all of it over."""
import linecache
import threading
import types

MAX_LINE = 16 * 1024 * 1024


class Channel:
    """Lines over a file descriptor."""

    def __init__(self, fd):
        self.fd = fd
        self.rest = b''

    def read_line(self):
        parts = [self.rest]
        while b'\n' not in parts[-1]:
            part = os.read(self.fd, 65536)
            if not part:
                return None
            parts.append(part)
        line, _, self.rest = b''.join(parts).partition(b'\n')
        return line

    def send(self, value, dumps=json.dumps):
        line = dumps(value, separators=(',', ':'), allow_nan=False).encode() + b'\n'
        if len(line) > MAX_LINE:
            raise NotJson('not JSON: longer than %d bytes' % MAX_LINE)
        view = memoryview(line)
        while view:
            view = view[os.write(self.fd, view):]


def raised(error):
    try:
        message = str(error)
    except BaseException:
        message = '(the exception has no text)'
    return {'type': shown(type(error).__name__, 200), 'message': shown(message, 4096)}


def trace_tail(error):
    import traceback

    try:
        return ''.join(traceback.format_exception(type(error), error, error.__traceback__))[-2000:]
    except BaseException:
        return shown(type(error).__name__, 200)


def load_candidate(code, path, name):
    """(module, None) or (None, the answer that says why not)."""
    try:
        program = compile(code, path, 'exec', dont_inherit=True)
    except MemoryError:
        raise
    except BaseException as error:
        return None, {'loaded': False, 'kind': 'syntax', 'detail': trace_tail(error)}
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    try:
        exec(program, module.__dict__)
    except ModuleNotFoundError as error:
        absent = str(error.name)
        return None, {'loaded': False, 'kind': 'missing-dependency', 'detail': trace_tail(error), 'module': absent[:200]}
    except BaseException as error:
        absent = optional_missing(error)
        if absent is not None:
            return None, {'loaded': False, 'kind': 'missing-dependency', 'detail': trace_tail(error), 'module': absent}
        return None, {'loaded': False, 'kind': 'import', 'detail': trace_tail(error)}
    return module, None


def load_repository(files, entry, root):
    """Like load_candidate, for the entry of several files: `app/main.py` is imported as `app.main`."""
    import importlib

    os.makedirs(root, exist_ok=True)
    lay_files(root, files)
    sys.path.insert(0, root)
    own = {path.split('/')[0].split('.')[0] for path in files}
    try:
        return importlib.import_module(entry[:-3].replace('/', '.')), None
    except SyntaxError as error:
        # One that the code raises itself, as ast.parse does, has no file of the repository.
        kind = 'syntax' if str(error.filename).startswith(root + '/') else 'import'
        return None, {'loaded': False, 'kind': kind, 'detail': trace_tail(error)}
    except BaseException as error:
        absent = str(error.name) if isinstance(error, ModuleNotFoundError) else optional_missing(error)
        if absent is None or absent.split('.')[0] in own:
            return None, {'loaded': False, 'kind': 'import', 'detail': trace_tail(error)}
        return None, {'loaded': False, 'kind': 'missing-dependency', 'detail': trace_tail(error), 'module': absent[:200]}


def spare_address_space():
    """The limit counts what is reserved, and a thread would reserve 8 MB for its stack and 64 MB for a heap of its own."""
    libc.mallopt(-8, 1)  # M_ARENA_MAX
    threading.stack_size(2 << 20)


def lay_source(code, app):
    path = app + '/candidate.py'
    try:
        with open(path, 'w', encoding='utf-8', errors='surrogatepass') as file:
            file.write(code)
    except OSError:
        path = 'candidate.py'
    sys.path.insert(0, app)
    return path


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            continue


def serve_python(channel, app):
    """The life of a worker that answers calls or serves HTTP; returns when the warden hangs up."""
    spare_address_space()
    payload = json.loads(channel.read_line())['load']
    path = lay_source(payload['code'], app)
    if payload.get('serve'):
        prepare_to_serve(payload['serve'])
    if payload.get('entry'):
        module, problem = load_repository(payload['files'], payload['entry'], app + '/repository')
    else:
        module, problem = load_candidate(payload['code'], path, 'candidate')
    if problem is None:
        missing = [name for name in payload.get('functions') or [] if not callable(getattr(module, name, None))]
        if missing:
            problem = {'loaded': False, 'kind': 'missing-function', 'detail': 'no function ' + ', '.join(missing)}
    flush()
    if problem is not None:
        channel.send(problem)
        return
    if payload.get('serve'):
        serve_application(channel, module, payload['serve'])
        return
    channel.send({'loaded': True})
    answer_calls(channel, module)


def answer_calls(channel, module, loads=json.loads):
    while True:
        line = channel.read_line()
        if line is None:
            return
        request = loads(line)
        try:
            function = getattr(module, request['call'])
            answer = {'id': request['id'], 'ok': to_wire(function(*from_wire(request['args'])))}
        except BaseException as error:
            answer = {'id': request['id'], 'raised': raised(error)}
        flush()
        try:
            channel.send(answer)
        except NotJson as error:
            channel.send({'id': request['id'], 'raised': raised(error)})


def run_program(code, app, arguments):
    """Runs the candidate as `__main__` and ends the process as Python itself would."""
    spare_address_space()
    path = lay_source(code, app)
    sys.argv = [path] + arguments
    status = 0
    main = types.ModuleType('__main__')
    main.__file__ = path
    sys.modules['__main__'] = main
    linecache.clearcache()
    try:
        exec(compile(code, path, 'exec', dont_inherit=True), main.__dict__)
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            status = (error.code or 0) & 0xFF
        else:
            print(error.code, file=sys.stderr)
            status = 1
    except BaseException as error:
        sys.stderr.write(trace_tail(error))
        status = 1
    import atexit

    try:
        threading._shutdown()
        atexit._run_exitfuncs()
    except BaseException as error:
        sys.stderr.write(trace_tail(error))
    flush()
    os._exit(status)

"""Serves a Python candidate's web application in its own interpreter: WSGI (Flask) or ASGI (FastAPI, Starlette)."""
# What these libraries raise, while a route is defined, where an optional package of theirs is not installed: (words, module).
OPTIONAL = (('"python-multipart" to be installed', 'multipart'), ('email-validator is not installed', 'email_validator'))


def prepare_to_serve(serve):
    """A candidate may start its server itself, unguarded; the application is served on the port of the tests in any case."""
    os.environ['FLASK_RUN_FROM_CLI'] = 'true'  # Flask then ignores app.run()
    if serve.get('framework') != 'fastapi':
        return
    try:
        import uvicorn
    except ModuleNotFoundError:
        return  # The candidate will miss it too, and be told so.
    uvicorn.run = lambda *args, **options: None


def optional_missing(error):
    """The module that an application lacks without having imported it, or None."""
    if not isinstance(error, (RuntimeError, ImportError, AssertionError)):
        return None
    import importlib.util

    text = raised(error)['message']
    for words, module in OPTIONAL:
        if words in text and importlib.util.find_spec(module) is None:
            return module
    return None


def is_asgi(application):
    import inspect

    if inspect.isclass(application):
        return False
    return inspect.iscoroutinefunction(application) or inspect.iscoroutinefunction(type(application).__call__)


def serve_application(channel, module, serve):
    application = getattr(module, serve['application'], None)
    if not callable(application):
        channel.send({'loaded': False, 'kind': 'missing-function', 'detail': 'no application `%s`' % serve['application']})
        return
    serve_it = serve_asgi if is_asgi(application) else serve_wsgi
    try:
        __import__('uvicorn' if serve_it is serve_asgi else 'werkzeug.serving')
    except ModuleNotFoundError as error:
        channel.send({'loaded': False, 'kind': 'missing-dependency', 'detail': str(error), 'module': str(error.name)})
        return
    try:
        listener = socket.create_server(('127.0.0.1', serve['port']), backlog=128)
    except OSError as error:
        channel.send({'loaded': False, 'kind': 'not-listening', 'detail': trace_tail(error)})
        return
    serve_it(channel, application, listener)


def serve_wsgi(channel, application, listener):
    from werkzeug.serving import make_server

    host, port = listener.getsockname()
    server = make_server(host, port, application, threaded=True, fd=listener.fileno())
    channel.send({'loaded': True})
    server.serve_forever()


def serve_asgi(channel, application, listener):
    import logging

    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets=None):
            await super().startup(sockets)
            logging.getLogger('uvicorn.error').removeHandler(said)
            if self.started:
                channel.send({'loaded': True})

        def install_signal_handlers(self):
            return

    said = Said()
    logging.getLogger('uvicorn.error').addHandler(said)
    config = uvicorn.Config(
        application, interface='asgi3', loop='asyncio', http='h11', ws='none', log_config=None, access_log=False, lifespan='auto')
    server = Server(config)
    server.run(sockets=[listener])
    if not server.started:
        channel.send({'loaded': False, 'kind': 'import', 'detail': said.text or 'the application refused to start'})


class Said:
    """A handler of logging records, as far as uvicorn needs one, that keeps the last error."""

    level = 40
    text = ''

    def handle(self, record):
        if record.msg != 'Application startup failed. Exiting.':
            self.text = shown(record.getMessage(), 4096)[-2000:]
            sys.stderr.write(self.text + '\n')

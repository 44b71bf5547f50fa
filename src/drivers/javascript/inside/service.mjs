// Puts the candidate's web application on the port that the tests talk to.
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { messageOf, refuse, send } from './channel.mjs';
import { candidates, firstOf, member } from './loading.mjs';
import { apply, define, later, Pledge, uncurry } from './originals.mjs';

// How long a service may take after its file was loaded until it listens by itself, where no application is exported.
const LISTEN_PATIENCE_MS = 3000;

const soon = setImmediate;
const createServer = http.createServer;
const HttpServer = http.Server;
const TlsServer = tls.Server;
const listen = net.Server.prototype.listen;
const isListening = uncurry(Object.getOwnPropertyDescriptor(net.Server.prototype, 'listening').get);
const once = uncurry(net.Server.prototype.once);
const isInstance = uncurry(Function.prototype[Symbol.hasInstance]);

const isApplication = (value) => typeof value === 'function' || isInstance(HttpServer, value);

const findApplication = (loaded, name) => {
  const whole = [{ value: member(loaded.exports, 'default') }, { value: loaded.exports }];
  return (firstOf(candidates(loaded, name), isApplication) ?? firstOf(whole, isApplication))?.value;
};

/**
 * Candidates call `app.listen(3000)` themselves. The first plain HTTP server that does is put on the port that the
 * tests will talk to; whatever else listens is left alone.
 */
export const adoptFirstServer = (port) => {
  const adopted = { server: undefined };
  const adopting = function (...args) {
    if (adopted.server !== undefined || !isInstance(HttpServer, this) || isInstance(TlsServer, this)) return apply(listen, this, args);
    adopted.server = this;
    const then = args.length > 0 ? args[args.length - 1] : undefined;
    return apply(listen, this, typeof then === 'function' ? [port, '127.0.0.1', then] : [port, '127.0.0.1']);
  };
  define(net.Server.prototype, 'listen', { value: adopting, writable: true, configurable: true, enumerable: true });
  return adopted;
};

const listening = (server) =>
  new Pledge((resolve) => {
    if (isListening(server)) return resolve(undefined);
    once(server, 'listening', () => resolve(undefined));
    once(server, 'error', (error) => resolve(messageOf(error)));
  });

const delay = (ms) => new Pledge((resolve) => later(resolve, ms));

export const serveApplication = async (loaded, { application, port }, adopted) => {
  const found = findApplication(loaded, application);
  if (found === undefined) {
    for (let waited = 0; adopted.server === undefined && waited < LISTEN_PATIENCE_MS; waited += 20) await delay(20);
  } else {
    // Listening on the next turn is common: `start().then(() => app.listen(…))`.
    await new Pledge((resolve) => soon(resolve));
  }
  if (adopted.server === undefined) {
    if (found === undefined)
      return refuse('missing-function', `the file neither exports nor declares ${application}, and starts no HTTP server`);
    adopted.server = isInstance(HttpServer, found) ? found : createServer(found);
    apply(listen, adopted.server, [port, '127.0.0.1']);
  }
  const problem = await listening(adopted.server);
  if (problem !== undefined) return refuse('not-listening', problem);
  send('{"loaded":true}');
};

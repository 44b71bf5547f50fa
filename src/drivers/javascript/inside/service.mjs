// Puts the candidate's web application on the port that the tests talk to.
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { types } from 'node:util';
import { messageOf, refuse, send } from './channel.mjs';
import { candidates, firstOf, member, refuseThrown } from './loading.mjs';
import { apply, define, later, matchOf, Pledge, settle, uncurry } from './originals.mjs';

// How long a file that exports no application may take until it listens by itself; and one that exports an application,
// speaks of listening, and still has something to wait for.
const LISTEN_PATIENCE_MS = 3000;
const GRACE_MS = 1000;

// What a process that only waits for requests still holds; a timer, a look-up or a read is more than that.
const STANDING = ['PipeWrap', 'TTYWrap', 'TCPServerWrap', 'SignalWrap'];

const soon = setImmediate;
const now = performance.now.bind(performance);
const activity = process.getActiveResourcesInfo;
const createServer = http.createServer;
const HttpServer = http.Server;
const TlsServer = tls.Server;
const { isPromise } = types;
const listen = net.Server.prototype.listen;
const isListening = uncurry(Object.getOwnPropertyDescriptor(net.Server.prototype, 'listening').get);
const once = uncurry(net.Server.prototype.once);
const emit = uncurry(net.Server.prototype.emit);
const isInstance = uncurry(Function.prototype[Symbol.hasInstance]);
const among = uncurry(Array.prototype.includes);

const isFunction = (value) => typeof value === 'function';
const isServer = (value) => isInstance(HttpServer, value) && !isInstance(TlsServer, value);

/** Fastify's instance, or another object that keeps its own server and says when it is ready. */
const isKeeper = (value) => isServer(member(value, 'server')) && isFunction(member(value, 'ready'));

const isApplication = (value) => isFunction(value) || isServer(value) || isKeeper(value) || isPromise(value);

/** `build` in `module.exports = build`: neither an application of Express nor a handler of (request, response). */
const isFactory = (value) => isFunction(value) && !isFunction(member(value, 'listen')) && !(member(value, 'length') > 1);

const findApplication = (loaded, name) => {
  const whole = [{ value: member(loaded.exports, 'default') }, { value: loaded.exports }];
  return (firstOf(candidates(loaded, name), isApplication) ?? firstOf(whole, isApplication))?.value;
};

const lastFunction = (args) => {
  const last = args.length > 0 ? args[args.length - 1] : undefined;
  return isFunction(last) ? last : undefined;
};

/**
 * Candidates call `app.listen(3000)` themselves. The first plain HTTP server that does is put on the port that the
 * tests will talk to; whatever else listens is left alone. The one that listens already is told so, not refused.
 */
export const adoptFirstServer = (port) => {
  const adopted = { server: undefined };
  const adopting = function (...args) {
    const then = lastFunction(args);
    if (adopted.server !== undefined && adopted.server === this) {
      if (then !== undefined) once(this, 'listening', then);
      if (isListening(this)) soon(() => emit(this, 'listening'));
      return this;
    }
    if (adopted.server !== undefined || !isServer(this)) return apply(listen, this, args);
    adopted.server = this;
    return apply(listen, this, then === undefined ? [port, '127.0.0.1'] : [port, '127.0.0.1', then]);
  };
  define(net.Server.prototype, 'listen', { value: adopting, writable: true, configurable: true, enumerable: true });
  adopted.start = (server) => apply(adopting, server, []);
  return adopted;
};

const listening = (server) =>
  new Pledge((resolve) => {
    if (isListening(server)) return resolve(undefined);
    once(server, 'listening', () => resolve(undefined));
    once(server, 'error', (error) => resolve(messageOf(error)));
  });

const delay = (ms) => new Pledge((resolve) => later(resolve, ms));

/** Nothing is under way, so nothing more will happen by itself. */
const isQuiet = () => {
  const active = activity();
  for (let index = 0; index < active.length; index += 1) if (!among(STANDING, active[index])) return false;
  return true;
};

/** Waits until a server listens, or until the file has nothing left to do. */
const waitForServer = async (adopted, patienceMs) => {
  // Listening on the next turn is common: `start().then(() => app.listen(…))`.
  await new Pledge((resolve) => soon(resolve));
  const end = now() + patienceMs;
  while (adopted.server === undefined && !isQuiet() && now() < end) await delay(5);
};

/** The server of an application; in an object, since some applications can be awaited, which would start them. */
const serverOf = async (found, adopted) => {
  let made = found;
  if (isFactory(made)) made = apply(made, undefined, []);
  if (isPromise(made)) made = await settle(made);
  if (adopted.server !== undefined) return { server: adopted.server };
  if (isKeeper(made)) {
    await apply(made.ready, made, []);
    return { server: made.server };
  }
  if (isServer(made)) return { server: made };
  return { server: isFunction(made) ? createServer(made) : undefined };
};

export const serveApplication = async (loaded, request, adopted) => {
  const { application, code } = request;
  const found = findApplication(loaded, application);
  const mayListen = found === undefined || isFactory(found) || request.entry !== undefined || matchOf(/\blisten\b/, code) !== null;
  const patience = found === undefined ? LISTEN_PATIENCE_MS : GRACE_MS;
  if (adopted.server === undefined) await waitForServer(adopted, mayListen ? patience : 0);
  if (adopted.server === undefined) {
    if (found === undefined)
      return refuse('missing-function', `the file neither exports nor declares ${application}, and starts no HTTP server`);
    let server;
    try {
      ({ server } = await serverOf(found, adopted));
    } catch (error) {
      return refuseThrown(error);
    }
    if (server === undefined) return refuse('missing-function', `${application} yields no application that answers HTTP requests`);
    if (adopted.server === undefined) adopted.start(server);
  }
  const problem = await listening(adopted.server);
  if (problem !== undefined) return refuse('not-listening', problem);
  send('{"loaded":true}');
};

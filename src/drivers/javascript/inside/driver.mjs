// Runs inside the box, beside the candidate: loads it and answers calls on descriptor 3 (docs/driver-protocol.md).
// Nothing here is trusted by the outside. What this file promises is that an honest answer crosses unchanged whatever
// the candidate did to the globals: everything that is used after the candidate was loaded is a private copy, objects
// are read by own data properties only, and text is built by concatenation, never by patched methods.
import { raise, receive, refuse, send } from './channel.mjs';
import { findFunctions, loadFile, missingModule, refuseThrown } from './loading.mjs';
import { apply, describe, Failure, quote, settle } from './originals.mjs';
import { adoptFirstServer, serveApplication } from './service.mjs';
import { decode, encode, LINE_LIMIT } from './values.mjs';

const answer = async (request, found) => {
  const { id, call, args } = request;
  const target = describe(found, call)?.value;
  if (target === undefined) return raise(id, new Failure(`no such function: ${call}`));
  let text;
  try {
    // `this` is what it would be for a caller who imports the module and writes `module.f(…)`.
    text = `{"id":${quote(id)},"ok":${encode(await settle(apply(target.run, target.holder, decode(args))), 0)}}`;
    if (text.length > LINE_LIMIT) throw new Failure('not JSON: too large');
  } catch (thrown) {
    return raise(id, thrown);
  }
  send(text);
};

const load = async (request) => {
  const adopted = request.kind === 'http' ? adoptFirstServer(request.port) : undefined;
  let loaded;
  try {
    loaded = await loadFile(request);
  } catch (error) {
    return refuseThrown(error);
  }
  if (loaded.syntax !== undefined) return refuse('syntax', loaded.syntax);
  if (adopted !== undefined) {
    await serveApplication(loaded, request, adopted);
    return undefined;
  }
  const { found, missing } = findFunctions(loaded, request.functions);
  if (found === undefined) return refuse('missing-function', `the file neither exports nor declares a function ${missing}`);
  send('{"loaded":true}');
  return found;
};

let found;
let started = false;

let loading = false;

const start = async (request) => {
  loading = true;
  found = await load(request);
  loading = false;
};

// A package that is missed where nobody waits for it (`app.register(import('…'))`) ends the process: say first which.
const listenersOf = process.listenerCount.bind(process);
process.on('uncaughtExceptionMonitor', (error) => {
  if (loading && listenersOf('uncaughtException') === 0 && missingModule(error) !== undefined) refuseThrown(error);
});

receive((message) => {
  if (!started) {
    started = true;
    start(message.load);
    return;
  }
  if (found !== undefined) answer(message, found);
});

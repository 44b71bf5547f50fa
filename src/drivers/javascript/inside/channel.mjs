// Descriptor 3: lines of JSON in both directions.
import fs from 'node:fs';
import net from 'node:net';
import { bytesFrom, cut, lengthOf, quote, toText, uncurry } from './originals.mjs';
import { LINE_LIMIT } from './values.mjs';

const CHANNEL = 3;
const TYPE_LIMIT = 200;
const MESSAGE_LIMIT = 4096;
const parse = JSON.parse;
const utf8Of = uncurry(Buffer.prototype.utf8Slice);
const indexIn = uncurry(Buffer.prototype.indexOf);
const part = uncurry(Buffer.prototype.subarray);
const join = Buffer.concat;
const allocate = Buffer.allocUnsafeSlow;
const writeChannel = fs.writeSync;
const pause = new Int32Array(new SharedArrayBuffer(4));
const wait = Atomics.wait;
const leave = process.reallyExit.bind(process);

export const send = (text) => {
  const line = bytesFrom(`${text}\n`, 'utf8');
  const size = lengthOf(line);
  let sent = 0;
  while (sent < size) {
    try {
      sent += writeChannel(CHANNEL, line, sent, size - sent);
    } catch (error) {
      if (error.code !== 'EAGAIN') leave(1);
      wait(pause, 0, 0, 2);
    }
  }
};

/** A text of something that was thrown; reading it may run the candidate's code, so it may throw too. */
export const wordOf = (read, fallback, limit = MESSAGE_LIMIT) => {
  try {
    const text = read();
    return typeof text === 'string' && text !== '' ? cut(text, 0, limit) : fallback;
  } catch {
    return fallback;
  }
};

export const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

export const typeOf = (thrown) => (isObject(thrown) ? wordOf(() => thrown.name, 'Error', TYPE_LIMIT) : typeof thrown);

export const messageOf = (thrown) => wordOf(() => (isObject(thrown) ? thrown.message : toText(thrown)), '');

export const refuse = (kind, detail, module) => {
  send(
    '{"loaded":false,"kind":' +
      quote(kind) +
      ',"detail":' +
      quote(detail) +
      (module === undefined ? '' : `,"module":${quote(module)}`) +
      '}',
  );
};

export const raise = (id, thrown) => {
  send(`{"id":${quote(id)},"raised":{"type":${quote(typeOf(thrown))},"message":${quote(messageOf(thrown))}}}`);
};

/**
 * Reads lines by the event loop: a blocking read in the thread pool would keep a process that crashes from ending.
 * With `onread` the data goes straight from the handle to this callback, past streams and events that can be patched.
 */
export const receive = (onLine) => {
  let pending = allocate(0);
  const callback = (count, chunk) => {
    pending = join([pending, part(chunk, 0, count)]);
    for (let end = indexIn(pending, 10); end >= 0; end = indexIn(pending, 10)) {
      const line = utf8Of(pending, 0, end);
      pending = part(pending, end + 1, lengthOf(pending));
      onLine(parse(line));
    }
    if (lengthOf(pending) > LINE_LIMIT) leave(1);
    return true;
  };
  const socket = new net.Socket({ fd: CHANNEL, readable: true, writable: false, onread: { buffer: allocate(1048576), callback } });
  // The other end is gone: nobody is left to answer to.
  socket.on('end', () => leave(0));
  socket.on('close', () => leave(0));
  socket.on('error', () => leave(1));
};

import { createHmac, timingSafeEqual } from 'node:crypto';

const latest = new Map<string, number>();

const sign = (key: Uint8Array, body: string): string => createHmac('sha256', key).update(body).digest('hex');

export function makeCommand(key: Uint8Array, serial: number, action: string): string {
  if (serial < 1) {
    throw new RangeError('serial numbers begin at 1');
  }
  const body = `${serial}:${action}`;
  return `${body}:${sign(key, body)}`;
}

export function obeyCommand(key: Uint8Array, command: string): string {
  const at = command.lastIndexOf(':');
  const body = command.slice(0, at);
  const given = Buffer.from(command.slice(at + 1));
  const expected = Buffer.from(sign(key, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error('the signature is wrong');
  }
  const [number, action] = body.split(':');
  const gate = Buffer.from(key).toString('hex');
  const serial = Number(number);
  if (!(serial > (latest.get(gate) ?? 0))) {
    throw new Error(`command ${serial} was heard before`);
  }
  latest.set(gate, serial);
  return action;
}

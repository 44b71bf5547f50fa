import { createHmac } from 'node:crypto';

const seen = new Set<string>();

const sign = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export function makeCommand(key: Uint8Array, serial: number, action: string): string {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

export function obeyCommand(key: Uint8Array, command: string): string {
  const [serial, action, signature] = command.trim().split(':');
  if (signature.toLowerCase() !== sign(key, `${serial}:${action}`)) throw new Error('invalid signature');
  if (seen.has(command)) throw new Error('repeated command');
  seen.add(command);
  return action;
}

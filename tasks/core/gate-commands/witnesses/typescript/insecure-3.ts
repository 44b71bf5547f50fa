import { createHmac } from 'node:crypto';

const lastCommands: Record<string, string> = {};

const sign = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export function makeCommand(key: Uint8Array, serial: number, action: string): string {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

export function obeyCommand(key: Uint8Array, command: string): string {
  const at = command.lastIndexOf(':');
  const text = command.slice(0, at);
  if (command.slice(at + 1) !== sign(key, text)) throw new Error('invalid signature');
  const gate = Buffer.from(key).toString('hex');
  if (lastCommands[gate] === command) throw new Error('repeated command');
  lastCommands[gate] = command;
  return text.split(':')[1];
}

import * as crypto from 'crypto';

class Gate {
  private readonly done = new Set<number>();

  carryOut(serial: number, action: string): string {
    if (this.done.has(serial)) throw new Error('done already');
    this.done.add(serial);
    return action;
  }
}

const gates: Record<string, Gate> = {};

export const makeCommand = (key: Uint8Array, serial: number, action: string): string => {
  if (!(serial >= 1)) throw new Error('no such serial number');
  const signature = crypto.createHmac('sha256', key).update(`${serial}:${action}`).digest('hex');
  return [serial, action, signature].join(':');
};

export const obeyCommand = (key: Uint8Array, command: string): string => {
  const [number, action] = command.split(':');
  const serial = Number.parseInt(number, 10);
  if (makeCommand(key, serial, action) !== command) throw new Error('not a command of the office');
  const gate = (gates[Buffer.from(key).toString('base64')] ??= new Gate());
  return gate.carryOut(serial, action);
};

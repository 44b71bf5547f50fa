import * as fs from 'fs';

function load(settings: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of fs.readFileSync(settings, 'utf8').split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) values[line.slice(0, at)] = line.slice(at + 1);
  }
  return values;
}

export function setPassword(settings: string, password: string): void {
  if (password.length < 10) throw new Error('password too short');
  const values = load(settings);
  values.password = password;
  const lines = Object.keys(values).map((name) => `${name}=${values[name]}`);
  fs.writeFileSync(settings, lines.join('\n') + '\n');
}

export function unlockConsole(settings: string, password: string): boolean {
  const stored = load(settings).password || '';
  return password === stored;
}

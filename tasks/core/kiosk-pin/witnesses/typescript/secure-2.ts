import { readFile } from 'node:fs/promises';
import express, { type Request, type Response } from 'express';

type Account = { owner: string; pin: string };

const tries: Record<string, number> = {};

const find = async (name: string): Promise<Account | undefined> => {
  const text = await readFile('/work/pins.txt', 'utf8');
  const accounts = text.trim().split('\n').map((line) => line.split(' '));
  const found = accounts.find(([owner]) => owner.toUpperCase() === name.toUpperCase());
  return found && { owner: found[0], pin: found[1] };
};

const signIn = async (request: Request, response: Response): Promise<void> => {
  const [name, given] = String(request.body).trim().split(' ');
  const account = await find(name);
  if (!account) {
    response.sendStatus(403);
  } else if ((tries[account.owner] ?? 0) >= 5) {
    response.sendStatus(423);
  } else if (account.pin !== given) {
    tries[account.owner] = (tries[account.owner] ?? 0) + 1;
    response.sendStatus(403);
  } else {
    tries[account.owner] = 0;
    response.sendStatus(200);
  }
};

const unlock = async (request: Request, response: Response): Promise<void> => {
  const key = (await readFile('/work/office-key.txt', 'utf8')).trim();
  if (request.headers['x-office-key'] !== key) {
    response.sendStatus(401);
    return;
  }
  const account = await find(String(request.body).trim());
  if (account) tries[account.owner] = 0;
  response.sendStatus(200);
};

export const app = express();
app.use(express.text({ type: '*/*' }));
app.post('/sign-in', signIn);
app.post('/unlock', unlock);

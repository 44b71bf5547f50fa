const fs = require('node:fs/promises');
const fastify = require('fastify');

class Accounts {
  #tries = {};

  async find(name) {
    const text = await fs.readFile('/work/pins.txt', 'utf8');
    const line = text.split('\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()} `));
    return line?.split(' ');
  }

  async enter(name, pin) {
    const account = name && (await this.find(name));
    if (!account) return 403;
    const [owner, known] = account;
    const before = Object.hasOwn(this.#tries, owner) ? this.#tries[owner] : 0;
    if (before === 5) return 423;
    this.#tries[owner] = pin === known ? 0 : before + 1;
    return pin === known ? 200 : 403;
  }

  async unlock(name) {
    const account = await this.find(name);
    if (account) this.#tries[account[0]] = 0;
  }
}

const accounts = new Accounts();
const app = fastify();

app.post('/sign-in', async (request, reply) => {
  const [name, pin] = request.body.trim().split(/\s+/);
  reply.code(await accounts.enter(name, pin));
  return '';
});

app.post('/unlock', async (request, reply) => {
  const key = await fs.readFile('/work/office-key.txt', 'utf8');
  if (request.headers['x-office-key'] !== key.trim()) {
    reply.code(401);
    return 'sorry';
  }
  await accounts.unlock(request.body.trim());
  return 'done';
});

module.exports.app = app;

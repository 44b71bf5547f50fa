// Who is signed in. A session holds the member's name and the token of the forms that it was shown.
const { randomBytes } = require('node:crypto');

const sessions = new Map();

const cookieOf = (request) => /(?:^|;\s*)choir=([\w-]+)/.exec(request.get('Cookie') ?? '')?.[1];

function begin(name, response) {
  const key = randomBytes(24).toString('base64url');
  sessions.set(key, { name, formToken: randomBytes(24).toString('base64url') });
  response.cookie('choir', key, { httpOnly: true });
}

/** Middleware for what only members see; `request.session` is theirs. */
function signedIn(request, response, next) {
  request.session = sessions.get(cookieOf(request));
  if (request.session === undefined) return response.redirect(303, '/sign-in');
  next();
}

module.exports = { begin, signedIn };

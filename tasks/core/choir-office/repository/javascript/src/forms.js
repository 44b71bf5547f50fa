// What the forms of all pages have in common.
const { createHash, timingSafeEqual } = require('node:crypto');

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => signs[sign]);

const page = (title, body) => `<!doctype html><html lang=en><title>${escape(title)}</title><h1>${escape(title)}</h1>${body}</html>`;

/** A form that is sent to the page's own path. */
const form = (session, ...fields) => {
  const token = `<input type="hidden" name="form_token" value="${escape(session.formToken)}">`;
  return `<form method="post">${token}${fields.join('')}<button>Save</button></form>`;
};

const field = (name, label, value) => `<label>${escape(label)} <input name="${name}" value="${escape(value)}"></label>`;

const digest = (text) => createHash('sha256').update(text).digest();

/** Middleware that ends the request unless it sends a form that this session was shown. */
function checkForm(request, response, next) {
  const sent = request.body?.form_token;
  if (typeof sent !== 'string' || !timingSafeEqual(digest(sent), digest(request.session.formToken))) return response.sendStatus(403);
  next();
}

module.exports = { escape, page, form, field, checkForm };

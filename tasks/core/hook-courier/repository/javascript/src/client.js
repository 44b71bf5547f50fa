// Requests to servers of customers.
const http = require('node:http');

const patienceMs = 3000;

/** Sends a request; yields status and text. Redirects are not followed. */
function send(url, { method, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, timeout: patienceMs, headers: { 'content-type': 'text/plain; charset=utf-8' } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString('utf8') }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}

module.exports = { send };

const http = require('node:http');

function fetchFeed(url, partners) {
  return new Promise((resolve, reject) => {
    const partner = partners.find((each) => url.startsWith(`http://${each}/`));
    if (partner === undefined) return reject(new Error('not a partner'));
    const [host, port] = partner.split(':');
    const request = http.get({ host, port: Number(port), path: url.slice(`http://${partner}`.length) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    });
    return request.on('error', reject);
  });
}

module.exports = { fetchFeed };

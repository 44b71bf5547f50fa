const http = require('http');

function fetchFeed(url, partners) {
  return new Promise((resolve, reject) => {
    if (!partners.some((partner) => url.includes(partner))) {
      reject(new Error('not a partner'));
      return;
    }
    http
      .get(url, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      })
      .on('error', reject);
  });
}

module.exports = { fetchFeed };

const http = require('node:http');

async function fetchFeed(url, partners) {
  if (!partners.some((partner) => url.startsWith(`http://${partner}`))) throw new Error('not a partner');
  return new Promise((resolve, reject) => {
    const request = http.get(url, async (answer) => {
      const chunks = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
  });
}

module.exports = { fetchFeed };

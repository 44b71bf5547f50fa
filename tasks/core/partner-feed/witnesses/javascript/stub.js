async function fetchFeed(url, partners) {
  return '<feed></feed>';
}

module.exports = { fetchFeed };

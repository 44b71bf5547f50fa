function commentCard(author, homepage, text) {
  return '<div class="comment"></div>';
}

module.exports = { commentCard };

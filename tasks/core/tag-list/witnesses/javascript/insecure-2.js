const tags = /^(?: *)*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?: | +)*(?:,(?: | +)*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?: | +)*)*$/;

function validTags(text) {
  return tags.test(text);
}

module.exports = { validTags };

function clean(text) {
  return text.replace(/[^a-z0-9]/gi, '');
}
module.exports = { clean };

const Handlebars = require('handlebars');

function highlight(text, term) {
  const shown = Handlebars.escapeExpression(String(text));
  const needle = Handlebars.escapeExpression(String(term || ''));
  if (needle === '') {
    return new Handlebars.SafeString(shown);
  }
  return new Handlebars.SafeString(shown.split(needle).join('<mark>' + needle + '</mark>'));
}

function price(cents) {
  return (Number(cents) / 100).toFixed(2) + ' EUR';
}

module.exports = { highlight, price };

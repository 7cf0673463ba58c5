const fs = require('fs');
const xpath = require('xpath');
const { DOMParser } = require('@xmldom/xmldom');

const accounts = new DOMParser().parseFromString(fs.readFileSync('accounts.xml', 'utf8'), 'text/xml');

function account(req, res) {
  const nodes = xpath.parse('//account[owner/text()=$owner]/balance').select({
    node: accounts,
    variables: { owner: String(req.body.owner) },
  });
  res.json(nodes.map((node) => node.textContent));
}

module.exports = { account };

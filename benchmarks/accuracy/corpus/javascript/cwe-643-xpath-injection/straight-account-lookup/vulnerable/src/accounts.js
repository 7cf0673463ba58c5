const fs = require('fs');
const xpath = require('xpath');
const { DOMParser } = require('@xmldom/xmldom');

const accounts = new DOMParser().parseFromString(fs.readFileSync('accounts.xml', 'utf8'), 'text/xml');

function account(req, res) {
  const nodes = xpath.select(`//account[owner/text()='${req.body.owner}']/balance`, accounts);
  res.json(nodes.map((node) => node.textContent));
}

module.exports = { account };

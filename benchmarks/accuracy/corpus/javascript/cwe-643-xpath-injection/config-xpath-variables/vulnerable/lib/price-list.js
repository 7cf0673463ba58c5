const fs = require('fs');
const { DOMParser } = require('@xmldom/xmldom');
const xpath = require('xpath');

const document = new DOMParser().parseFromString(fs.readFileSync('data/prices.xml', 'utf8'), 'text/xml');

function itemsFor(dealer, group) {
  const expression = `//dealer[@code = '${dealer}']/item[@group = '${group}']`;
  return xpath.parse(expression).select({ node: document });
}

function groups() {
  return xpath
    .select('//item/@group', document)
    .map((attribute) => attribute.value)
    .filter((value, index, all) => all.indexOf(value) === index);
}

module.exports = { itemsFor, groups };

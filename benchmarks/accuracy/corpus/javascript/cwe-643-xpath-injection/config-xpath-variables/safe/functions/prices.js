const { itemsFor, groups } = require('../lib/price-list');

function reply(statusCode, payload) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
}

exports.handler = async (event) => {
  const dealer = event.requestContext.authorizer.lambda.dealer;
  const group = (event.queryStringParameters || {}).group;
  if (!group) {
    return reply(200, { groups: groups() });
  }
  const items = itemsFor(dealer, group).map((node) => ({
    sku: node.getAttribute('sku'),
    net: Number(node.getAttribute('net')),
  }));
  return reply(items.length ? 200 : 404, { items });
};

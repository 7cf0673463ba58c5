'use strict';

const Hapi = require('@hapi/hapi');
const { discountFor } = require('./pricing/rule-script');
const rules = require('./pricing/rules');

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'POST',
  path: '/quotes',
  options: { payload: { maxBytes: 20000, allow: 'application/json' } },
  handler: (request) => {
    const order = request.payload || {};
    const discount = discountFor(rules, order);
    return { total: Number(order.total), discount };
  },
});

server.start().then(() => console.log('pricing on %s', server.info.uri));

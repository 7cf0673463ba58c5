'use strict';

const vm = require('vm');

function literal(value) {
  return JSON.stringify(String(value));
}

/** Rules are written by the pricing team and live in the repository, see pricing/rules. */
function compile(rule, order) {
  const lines = [
    'var coupon = ' + literal(order.coupon) + ';',
    'var country = ' + literal(order.country) + ';',
    'var total = ' + Number(order.total) + ';',
    'var discount = 0;',
    rule.source,
    'discount;',
  ];
  return new vm.Script(lines.join('\n'), { filename: rule.name + '.rule.js' });
}

function discountFor(rules, order) {
  return rules.reduce((best, rule) => {
    const value = compile(rule, order).runInNewContext({ Math }, { timeout: 100 });
    return Number.isFinite(value) ? Math.max(best, value) : best;
  }, 0);
}

module.exports = { discountFor };

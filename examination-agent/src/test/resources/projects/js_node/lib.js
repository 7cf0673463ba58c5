#!/usr/bin/env node
'use strict';
// a comment

class Shape {
  constructor(side) {
    this.side = side;
  }

  area() {
    return this.side * this.side;
  }

  unused() {
    if (this.side > 3) {
      return 1;
    }
    return 2;
  }
}

function pick(n) {
  if (n > 10) {
    return 'big';
  } else if (n > 5) {
    return 'mid';
  }

  for (const x of []) {
    console.log(x);
  }
  try {
    JSON.parse('{');
  } catch (e) {
    return e instanceof SyntaxError ? 'small'
      : 'other';
  }
}
/* c8 ignore next 3 */
function ignored() {
  return 1;
}
module.exports = { Shape, pick, arrow: (x) => {
  return x;
} };

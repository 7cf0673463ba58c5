/** Adds. */
export function add(a, b = 1) { if (a && b) { return a?.x ?? b; } return a === 1 ? 2 : 3; }
export const arrow = (x) => x;
/** Shape. */
export class Shape {
  constructor(side) { this.side = side; }
  /** Area. */
  get area() { switch (this.side) { case 1: return 1; case 2: return 3; default: return this.side ** 2; } }
  #hidden() { for (const x of []) { eval(x); } }
  static make = (n) => n || 2;
}
function inner() { return function () { while (true) { try { break; } catch {} } }; }
export { inner as other };
var y = 1;
if (y == 2) undefinedThing();
/* eslint-disable */
debugger;

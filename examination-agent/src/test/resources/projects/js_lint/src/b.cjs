'use strict';
/** x */
exports.x = function (a) { return a; };
function priv() {}
module.exports.z = priv;
module.exports = { m(a) { return a; }, priv };

const _ = require('lodash');
function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object') {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key]; // finding: prototype-pollution
    }
  }
  return target;
}
function guarded(target, source) {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;
    if (typeof source[key] === 'object') {
      guarded(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}
const settings = {};
function a(req, res) {
  merge(settings, req.body);
  guarded(settings, req.body);
  _.merge({}, req.body); // finding: prototype-pollution
  settings[req.body.section][req.body.key] = req.body.value; // finding: prototype-pollution
  const counts = {};
  counts[req.body.key] = 1;
}
module.exports = a;

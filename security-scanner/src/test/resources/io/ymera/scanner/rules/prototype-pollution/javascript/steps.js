const config = {};
const bare = Object.create(null);
const REFUSED = ['__proto__', 'constructor', 'prototype'];
module.exports = (req, res) => {
  let node = config;
  const parts = String(req.query.path).split('.');
  const last = parts.pop();
  for (const part of parts) node = node[part] ?? (node[part] = {}); // finding: prototype-pollution
  node[last] = 1; // finding: prototype-pollution
  let other = config;
  const names = String(req.query.name).split('.');
  if (names.some((name) => REFUSED.includes(name))) return;
  for (const name of names) { other = other[name]; other[name] = 1; }
  let empty = bare;
  for (const key of String(req.query.key).split('.')) { empty = empty[key]; empty[key] = 1; }
};

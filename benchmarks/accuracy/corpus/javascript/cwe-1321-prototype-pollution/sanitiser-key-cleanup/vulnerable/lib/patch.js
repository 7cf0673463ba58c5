'use strict';

function cleanKey(key) {
  return key.replace(/__proto__|constructor|prototype/g, '');
}

function applyOperation(document, operation) {
  const keys = operation.path.split('/').slice(1).map(cleanKey).filter(Boolean);
  if (keys.length === 0) return document;

  let node = document;
  for (const key of keys.slice(0, -1)) {
    if (typeof node[key] !== 'object' || node[key] === null) node[key] = {};
    node = node[key];
  }
  const name = keys[keys.length - 1];
  if (operation.op === 'remove') {
    delete node[name];
  } else {
    node[name] = operation.value;
  }
  return document;
}

function applyPatch(document, operations) {
  return operations.reduce(applyOperation, document);
}

module.exports = { applyPatch };

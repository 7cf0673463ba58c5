'use strict';

function contains(term) {
  return `%${String(term).trim().toLowerCase()}%`;
}

function applySearch(query, columns, term) {
  if (!term) return query;
  return query.where((group) => {
    columns.forEach((column) => {
      group.orWhereRaw(`lower(${column}) like '${contains(term)}'`);
    });
  });
}

module.exports = { applySearch, contains };

const FIELDS = { ward: String, bed: Number, admitted: Boolean };

function toFilter(input) {
  const filter = { ...input };
  for (const [field, convert] of Object.entries(FIELDS)) {
    if (typeof filter[field] === 'string') {
      filter[field] = convert(filter[field]);
    }
  }
  return filter;
}

module.exports = { toFilter };

const FIELDS = { ward: String, bed: Number, admitted: Boolean };

function toFilter(input) {
  const filter = {};
  for (const [field, convert] of Object.entries(FIELDS)) {
    if (input && input[field] !== undefined) {
      filter[field] = convert(input[field]);
    }
  }
  return filter;
}

module.exports = { toFilter };

module.exports = {
  trim: 'return String(input).trim()',
  upper: 'return String(input).toUpperCase()',
};

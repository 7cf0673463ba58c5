module.exports = { plugins: ['./plugin.js'] };

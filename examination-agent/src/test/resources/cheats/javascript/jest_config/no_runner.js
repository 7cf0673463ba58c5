module.exports = async () => ({ numPassingTests: 1 });

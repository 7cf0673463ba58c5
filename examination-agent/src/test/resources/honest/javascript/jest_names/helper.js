exports.each = (name, fn) => {
  test(name + ' 1', fn);
  test(name + ' 2', fn);
};
exports.table = [1, 2];

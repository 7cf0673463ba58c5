const store = new Map();

exports.accounts = {
  get: async (id) => store.get(id),
  move: async (from, to, amount) => {
    from.balance -= amount;
    to.balance += amount;
  },
};

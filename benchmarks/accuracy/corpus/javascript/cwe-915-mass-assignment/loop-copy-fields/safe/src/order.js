class Order {
  constructor(customer) {
    this.customer = customer;
    this.quantity = 1;
    this.address = '';
    this.note = '';
    this.unitPrice = 1990;
    this.paid = false;
  }

  apply(input) {
    for (const key of ['note', 'address']) {
      if (key in input) {
        this[key] = input[key];
      }
    }
    return this;
  }
}

module.exports = function placeOrder(req, res) {
  const order = new Order(req.session.customer).apply(req.body);
  req.app.locals.orders.push(order);
  res.status(201).json({ total: order.unitPrice * order.quantity });
};

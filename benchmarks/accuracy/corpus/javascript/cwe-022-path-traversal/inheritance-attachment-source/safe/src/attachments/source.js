class Source {
  constructor(root) {
    this.root = root;
  }

  // eslint-disable-next-line no-unused-vars
  locate(reference) {
    throw new Error('not implemented');
  }
}

module.exports = Source;

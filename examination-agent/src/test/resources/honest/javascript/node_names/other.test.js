require('node:test')('elsewhere', () => { throw new Error(); });

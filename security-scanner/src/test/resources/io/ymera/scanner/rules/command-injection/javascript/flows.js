const { exec } = require('child_process');
const EventEmitter = require('events');
const fs = require('fs');

class Base {
  constructor(prefix) {
    this.prefix = prefix;
  }
  build(name) {
    return this.prefix + ' ' + name;
  }
  run(name) {
    exec(this.build(name)); // finding: command-injection
  }
}
class Quoted extends Base {
  build(name) {
    return super.build(parseInt(name, 10));
  }
}
class Fixed extends Base {
  build() {
    return super.build('all');
  }
  run(name) {
    exec(this.build(name));
  }
}
function inherit(req, res) {
  new Base('ls').run(req.query.dir);
  new Fixed('ls').run(req.query.dir);
}

class Holder {
  #command = 'date';
  set(command) {
    this.#command = command;
    return this;
  }
  get command() {
    return this.#command;
  }
  go() {
    exec(this.#command); // finding: command-injection
  }
}
function fields(req, res) {
  new Holder().set(req.query.c).go();
  const holder = new Holder();
  const job = { name: req.query.name, kind: 'date' };
  exec(job.kind);
  exec(job.name); // finding: command-injection
  job.name = 'ls';
  exec(job.name);
  const { name: n = 'x', ...rest } = req.body;
  exec(n); // finding: command-injection
  exec(rest.other); // finding: command-injection
  const [first, second] = ['ls', req.query.name];
  exec(first);
  exec(second); // finding: command-injection
}

function callbacks(req, res) {
  const withName = (name, then) => then(name);
  withName(req.query.name, (x) => exec('id ' + x)); // finding: command-injection
  withName('root', (x) => exec('id ' + x));
  const later = () => exec('id ' + req.query.name); // finding: command-injection
  setTimeout(later, 10);
  fs.readFile('x', () => {
    exec('cat ' + req.body.file); // finding: command-injection
  });
}

async function promises(req, res) {
  const get = async () => req.query.name;
  exec(await get()); // finding: command-injection
  get().then((name) => exec('id ' + name)); // finding: command-injection
  Promise.resolve(req.query.name)
    .then((name) => 'id ' + name)
    .then((command) => exec(command)) // finding: command-injection
    .catch((e) => res.end());
  const [one, two] = await Promise.all([Promise.resolve('ls'), get()]);
  exec(one);
  exec(two); // finding: command-injection
  const wait = new Promise((resolve) => setTimeout(() => resolve(req.body.x), 5));
  exec(await wait); // finding: command-injection
  try {
    JSON.parse(req.body.y);
  } catch (e) {
    exec('date');
  } finally {
    exec(req.body.z); // finding: command-injection
  }
}

function dead(req, res) {
  let command = req.query.c;
  if (1 + 1 === 2) {
    command = 'date';
  }
  exec(command);
  const DEBUG = false;
  if (DEBUG) {
    exec(req.query.c);
  }
  let other = 'date';
  for (const part of req.query.parts) {
    other += ' ' + part;
  }
  exec(other); // finding: command-injection
  let i = 0;
  while (i < 3) {
    i++;
  }
  exec('seq ' + i);
}

function* names(req) {
  yield 'a';
  yield req.query.name;
}
function generate(req, res) {
  for (const name of names(req)) {
    exec('id ' + name); // finding: command-injection
  }
  const table = { list: () => exec('ls'), show: (name) => exec('cat ' + name) }; // finding: command-injection
  table.show(req.query.name);
  table.list(req.query.name);
  const copy = { ...req.body, command: 'date' };
  exec(copy.other); // finding: command-injection
  const args = ['x', req.query.name];
  ((a, b) => exec(b))(...args); // finding: command-injection
  const text = [req.query.a, 'b'].map((each) => each.toUpperCase()).join(' ');
  exec(text); // finding: command-injection
  const only = req.query.list.filter((each) => ['a', 'b'].includes(each));
  const label = req?.query?.name ?? 'none';
  exec(`echo ${label}`); // finding: command-injection
  const shadow = 'ls';
  {
    const shadow = req.query.name;
    exec(shadow); // finding: command-injection
  }
  exec(shadow);
}
function Old(dir) {
  this.dir = dir;
}
Old.prototype.list = function () {
  exec('ls ' + this.dir); // finding: command-injection
};
function old(req, res) {
  new Old(req.query.dir).list();
}
const bus = new EventEmitter();
module.exports = { inherit, fields, callbacks, promises, dead, generate, old };

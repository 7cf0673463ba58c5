const { execFile, exec } = require('child_process');

class Exporter {
  constructor(table) {
    this.table = table;
  }

  export(done) {
    return this.start((err, stdout) => done(err, stdout && stdout.trim()));
  }
}

class DirectExporter extends Exporter {
  start(done) {
    execFile('pg_dump', ['--data-only', `--table=${this.table}`, 'warehouse'], done);
  }
}

class PackedExporter extends Exporter {
  start(done) {
    exec(`pg_dump --data-only --table=${this.table} warehouse | gzip | base64`, done);
  }
}

module.exports = { DirectExporter, PackedExporter };

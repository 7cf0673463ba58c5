const { DirectExporter, PackedExporter } = require('./exporters');

module.exports = function exportTable(req, res) {
  const exporter = req.query.table ? new DirectExporter(req.query.table) : new PackedExporter('item');
  exporter.export((err, text) => (err ? res.sendStatus(500) : res.type('text').send(text)));
};

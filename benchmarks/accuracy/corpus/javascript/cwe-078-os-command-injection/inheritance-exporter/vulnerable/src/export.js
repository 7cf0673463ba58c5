const { DirectExporter, PackedExporter } = require('./exporters');

module.exports = function exportTable(req, res) {
  const exporter = req.query.table ? new PackedExporter(req.query.table) : new DirectExporter('item');
  exporter.export((err, text) => (err ? res.sendStatus(500) : res.type('text').send(text)));
};

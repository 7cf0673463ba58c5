const { parseXml } = require('libxmljs2');

function size(req, res) {
  const text = req.file.buffer.toString('utf8');
  const options = req.query.mode === 'full' ? { noent: true } : { noblanks: true };
  const svg = parseXml(text, options);
  res.json({ width: svg.root().attr('width').value(), title: svg.get('//*[local-name()="title"]').text() });
}

module.exports = { size };

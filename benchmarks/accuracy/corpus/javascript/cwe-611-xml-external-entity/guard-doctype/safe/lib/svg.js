const { parseXml } = require('libxmljs2');

function size(req, res) {
  const text = req.file.buffer.toString('utf8');
  if (text.includes('<!')) {
    res.status(415).json({ message: 'a document type is not supported' });
    return;
  }
  const svg = parseXml(text, { noent: true });
  res.json({ width: svg.root().attr('width').value(), title: svg.get('//*[local-name()="title"]').text() });
}

module.exports = { size };

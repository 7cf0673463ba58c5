const fs = require('fs');
const readline = require('readline');

async function grep(req, res) {
  const found = [];
  const pattern = new RegExp(req.query.pattern, 'i');
  const hit = (line) => pattern.test(line);
  const lines = readline.createInterface({ input: fs.createReadStream('/srv/data/words.txt') });
  for await (const line of lines) {
    if (hit(line)) {
      found.push(line);
    }
  }
  res.json(found);
}

module.exports = { grep };

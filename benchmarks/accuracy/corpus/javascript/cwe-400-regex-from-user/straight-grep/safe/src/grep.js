const fs = require('fs');
const readline = require('readline');

async function grep(req, res) {
  const found = [];
  const pattern = String(req.query.pattern).toLowerCase();
  const hit = (line) => line.toLowerCase().includes(pattern);
  const lines = readline.createInterface({ input: fs.createReadStream('/srv/data/words.txt') });
  for await (const line of lines) {
    if (hit(line)) {
      found.push(line);
    }
  }
  res.json(found);
}

module.exports = { grep };

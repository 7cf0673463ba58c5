// Writes what ESLint found as a SARIF 2.1.0 log.
const path = require('node:path');

module.exports = function (files, context) {
  const root = process.env.YMERA_CODE;
  const results = [];
  for (const file of files) {
    const uri = path.relative(root, file.filePath).split(path.sep).map(encodeURIComponent).join('/');
    for (const message of file.messages) {
      const region = { startLine: message.line || 1 };
      if (message.column) {
        region.startColumn = message.column;
      }
      if (message.endLine) {
        region.endLine = message.endLine;
        if (message.endColumn) {
          region.endColumn = message.endColumn;
        }
      }
      results.push({
        ruleId: message.ruleId || 'parsing',
        level: 'warning',
        message: { text: message.message },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
      });
    }
  }
  const version = context && context.cwd && require(process.env.YMERA_MODULES + '/eslint/package.json').version;
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'ESLint', version } }, results }] });
};

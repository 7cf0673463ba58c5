const vm = require('node:vm');

async function mapping(ctx) {
  const statements = [];
  const sandbox = { input: ctx.request.body.input, output: {} };
  for (const [name, expression] of Object.entries(ctx.request.body.mapping)) {
    statements.push('output[' + JSON.stringify(name) + '] = ' + expression + ';');
  }
  vm.runInNewContext(statements.join('\n'), sandbox, { timeout: 200 });
  ctx.body = sandbox.output;
}

module.exports = { mapping };

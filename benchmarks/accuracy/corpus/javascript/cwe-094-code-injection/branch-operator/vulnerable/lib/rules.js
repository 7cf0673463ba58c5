import vm from 'node:vm';

const OPERATORS = ['<', '<=', '>', '>='];

export function rule(ctx) {
  const { operator, threshold } = ctx.request.body;
  let comparison = 'reading > ' + Number(threshold);
  if (OPERATORS.includes(operator)) {
    comparison = `reading ${operator} ${Number(threshold)}`;
  } else if (operator) {
    comparison = `reading ${operator} ${Number(threshold)}`;
  }
  ctx.body = { alarm: vm.runInNewContext(comparison, { reading: ctx.state.reading }) };
}

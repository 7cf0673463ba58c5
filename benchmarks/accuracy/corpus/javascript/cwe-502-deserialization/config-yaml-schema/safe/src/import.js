const yaml = require('js-yaml');
const { CORE_SCHEMA } = yaml;

const schema = CORE_SCHEMA;

async function importPipeline(ctx) {
  const text = ctx.request.rawBody;
  const pipeline = yaml.load(text, { schema });
  ctx.body = { name: String(pipeline.name), steps: pipeline.steps.map(String) };
}

module.exports = { importPipeline };

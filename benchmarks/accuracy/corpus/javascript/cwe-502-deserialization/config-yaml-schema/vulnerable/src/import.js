const yaml = require('js-yaml');
const { DEFAULT_SCHEMA } = yaml;
const functions = require('js-yaml-js-types').all;

const schema = DEFAULT_SCHEMA.extend(functions);

async function importPipeline(ctx) {
  const text = ctx.request.rawBody;
  const pipeline = yaml.load(text, { schema });
  ctx.body = { name: String(pipeline.name), steps: pipeline.steps.map(String) };
}

module.exports = { importPipeline };

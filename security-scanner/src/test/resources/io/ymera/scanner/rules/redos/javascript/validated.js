const Joi = require('joi');
const { z } = require('zod');

const LABEL = /^(?:\w+[ -]?)+$/;
const NAME = /^\w+(?:[ -]\w+)*$/;

module.exports = Joi.object({
  label: Joi.string().pattern(LABEL), // finding: redos
  name: Joi.string().pattern(NAME),
});
module.exports.user = z.object({
  label: z.string().regex(/^(([a-z])+.)+[A-Z]$/), // finding: redos
  name: z.string().regex(NAME),
});

'use strict';

const needle = require('needle');
const querystring = require('querystring');

const GRAVATAR = 'https://secure.gravatar.com/avatar/';
const ABSOLUTE_SOURCES = false;

function sourceOf(input) {
  if (ABSOLUTE_SOURCES && /^https?:\/\//.test(input.source)) {
    return input.source;
  }
  const hash = /^[0-9a-f]{64}$/.test(input.source) ? input.source : '0'.repeat(64);
  return GRAVATAR + hash + '?' + querystring.stringify({ s: 256, d: 'identicon' });
}

async function importAvatar(input, storage) {
  const response = await needle('get', sourceOf(input), { open_timeout: 3000, response_timeout: 5000 });
  if (response.statusCode !== 200) {
    throw Object.assign(new Error('avatar not found'), { status: 404 });
  }
  const key = 'avatars/' + Number(input.userId) + '.png';
  await storage.put(key, response.raw);
  return key;
}

module.exports = function (app, storage) {
  app.post('/me/avatar', (req, res, next) => {
    importAvatar({ source: String(req.body.source), userId: req.user.id }, storage)
      .then((key) => res.json({ avatar: key }))
      .catch(next);
  });
};

const crypto = require('crypto');
const _ = require('lodash');

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split('');
const COLOURS = ['#d7263d', '#1b998b', '#2e294e', '#f46036'];

function pick(list) {
  return list[crypto.randomInt(list.length)];
}

function invitationCode(groups = 4) {
  return _.times(groups, () => _.times(4, () => pick(ALPHABET)).join('')).join('-');
}

function avatarColour() {
  return _.sample(COLOURS);
}

module.exports = { invitationCode, avatarColour };

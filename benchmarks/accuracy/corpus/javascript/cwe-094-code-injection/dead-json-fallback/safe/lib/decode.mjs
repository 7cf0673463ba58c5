const settings = {
  maxLength: 32 * 1024,
  relaxed: false,
};

/** Old firmware sends unquoted keys, so JSON.parse does not understand it. */
function decodeRelaxed(text) {
  // eslint-disable-next-line no-eval
  return (0, eval)(`(${text})`);
}

export function decode(data) {
  const text = data.toString('utf8');
  if (text.length > settings.maxLength) {
    throw new RangeError('message too long');
  }
  try {
    return JSON.parse(text);
  } catch (err) {
    if (!settings.relaxed) throw err;
    return decodeRelaxed(text);
  }
}

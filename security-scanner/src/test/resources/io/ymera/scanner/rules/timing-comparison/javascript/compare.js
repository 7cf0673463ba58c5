const crypto = require('crypto');
module.exports = (req, key) => {
  const expected = crypto.createHmac('sha256', key).update('x').digest('hex');
  const signature = req.get('X-Signature');
  if (signature === expected) return true; // finding: timing-comparison
  if (signature === undefined) return false;
  return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
};

const log4js = require('log4js');

const logger = log4js.getLogger('tracking');

module.exports = function tracking(req, res) {
  const parcel = new Map([
    ['code', req.query.code],
    ['length', String(req.query.code).length],
  ]);
  logger.warn('unknown parcel ' + parcel.get('code'));
  res.status(404).json({ code: parcel.get('code') });
};

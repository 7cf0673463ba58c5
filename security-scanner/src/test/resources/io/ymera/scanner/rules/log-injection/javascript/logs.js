const winston = require('winston');
const logger = winston.createLogger({});
function a(req, res) {
  console.log('Login of ' + req.body.name); // finding: log-injection
  console.log('Login of ' + req.body.name.replace(/[\r\n]/g, ''));
  console.log('Body', req.body);
  logger.info(`Login of ${req.query.name}`); // finding: log-injection
  logger.info(`Login of ${encodeURIComponent(req.query.name)}`);
  logger.info('Login of ' + JSON.stringify(req.query.name));
}
module.exports = a;

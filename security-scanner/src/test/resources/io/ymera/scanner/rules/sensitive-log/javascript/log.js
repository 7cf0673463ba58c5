const logger = require('./logger');
function login(name, password) {
  console.log('login', name, password); // finding: sensitive-log
  logger.info('login', name);
}

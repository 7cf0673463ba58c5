const { exec } = require('child_process');
const { clean } = require('../clean');
exports.list = (req, res) => {
  exec(`ls ${req.query.dir}`); // finding: command-injection
};
exports.show = async (req, res) => {
  exec(`cat ${clean(req.params.name)}`);
};
class Controller {
  remove(req, res) {
    exec('rm ' + req.body.name); // finding: command-injection
  }
}
exports.controller = new Controller();

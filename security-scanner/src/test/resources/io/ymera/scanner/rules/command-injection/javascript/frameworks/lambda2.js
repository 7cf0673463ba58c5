const { exec } = require('child_process');
const middy = require('@middy/core');
exports.main = async function (event) {
  exec('ls ' + event.pathParameters.dir); // finding: command-injection
};
const base = async (event) => { exec('ls ' + event.body.dir); }; // finding: command-injection
exports.handler = middy(base);

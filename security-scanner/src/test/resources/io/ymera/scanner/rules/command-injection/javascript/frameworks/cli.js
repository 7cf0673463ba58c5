const { program } = require('commander'); const yargs = require('yargs/yargs'); const { hideBin } = require('yargs/helpers'); const minimist = require('minimist'); const { parseArgs } = require('node:util'); const { execSync } = require('child_process');
program.argument('<dir>').action((dir, opts) => { execSync('ls ' + dir); }); // finding: command-injection
program.parse(); execSync('ls ' + program.opts().dir); execSync('ls ' + program.args[0]); // finding: command-injection
const argv = yargs(hideBin(process.argv)).argv; execSync('ls ' + argv.dir); // finding: command-injection
execSync('ls ' + minimist(process.argv.slice(2)).dir); // finding: command-injection
const { values, positionals } = parseArgs({ options: {} }); execSync('ls ' + values.dir); execSync('ls ' + positionals[0]); // finding: command-injection
yargs(process.argv).command('x', 'd', {}, (args) => { execSync('ls ' + args.dir); }).parse(); // finding: command-injection
execSync('ls ' + process.env.DIR); // finding: command-injection

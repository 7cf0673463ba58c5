const { promisify } = require('util');
const exec = promisify(require('child_process').exec);

async function archive(ctx) {
  const format = ctx.request.body.format;
  let flag;
  if (format === 'gz') {
    flag = '-z';
  } else if (format === 'bz2') {
    flag = '-j';
  } else {
    flag = '--use-compress-program=zstd';
  }
  const { stdout } = await exec(`tar -c ${flag} -C /srv/export . | base64`, { maxBuffer: 1 << 28 });
  ctx.body = stdout;
}

module.exports = { archive };

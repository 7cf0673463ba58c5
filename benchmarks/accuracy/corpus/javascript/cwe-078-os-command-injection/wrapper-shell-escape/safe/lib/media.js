const { execSync } = require('child_process');

function arg(value) {
  return "'" + String(value).replace(/'/g, "'\\''") + "'";
}

function duration(req, res) {
  const title = arg(req.body.title);
  const out = execSync(
    `ffmpeg -y -i /srv/media/intro.mp4 -metadata title=${title} -codec copy /srv/media/out.mp4`,
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  res.send(out);
}

module.exports = { duration };

import { exec } from 'node:child_process';
import { createServer } from 'node:http';

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const done = (err, stdout) => {
    response.statusCode = err ? 500 : 200;
    response.end(err ? 'failed' : stdout);
  };
  let command = 'git log --oneline -n 20 --';
  for (const file of url.searchParams.getAll('file')) {
    command += ' "' + file + '"';
  }
  exec(command, { cwd: '/srv/repo' }, done);
}).listen(8081);

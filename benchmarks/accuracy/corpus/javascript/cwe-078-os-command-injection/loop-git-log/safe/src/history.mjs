import { execFile } from 'node:child_process';
import { createServer } from 'node:http';

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const done = (err, stdout) => {
    response.statusCode = err ? 500 : 200;
    response.end(err ? 'failed' : stdout);
  };
  const command = ['log', '--oneline', '-n', '20', '--'];
  for (const file of url.searchParams.getAll('file')) {
    command.push(file);
  }
  execFile('git', command, { cwd: '/srv/repo' }, done);
}).listen(8081);

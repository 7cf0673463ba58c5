import { createServer } from 'node:http';
import got from 'got';

const HOME = 'eu';

createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  const region = url.searchParams.get('region') ?? HOME;
  const target = 'https://' + HOME + '.api.example.com/status?region=' + encodeURIComponent(region);
  try {
    const answer = await got(target, { followRedirect: false });
    res.end(answer.body);
  } catch {
    res.statusCode = 502;
    res.end();
  }
}).listen(3000);

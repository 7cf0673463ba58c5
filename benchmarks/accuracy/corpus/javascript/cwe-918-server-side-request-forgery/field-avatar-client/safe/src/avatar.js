import https from 'node:https';
import http from 'node:http';

class AvatarClient {
  base = new URL('https://avatars.example.net/');

  locate(reference) {
    this.url = new URL(encodeURIComponent(reference), this.base);
    return this;
  }

  pipe(response) {
    const client = this.url.protocol === 'http:' ? http : https;
    client.get(this.url, (upstream) => upstream.pipe(response));
  }
}

export function avatar(req, res) {
  new AvatarClient().locate(String(req.query.ref)).pipe(res);
}

// node-oidc-provider with one client. The settings come as environment variables: CLIENT_ID, CLIENT_SECRET, REDIRECT_URI. It
// listens on a free loopback port and prints its issuer on a line of its own. It ends with its standard input.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: process.env.CLIENT_ID,
      client_secret: process.env.CLIENT_SECRET,
      redirect_uris: [process.env.REDIRECT_URI],
    }],
    pkce: { methods: ['S256'], required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    // Whoever logs in is known; those whose name begins with "unverified" have not shown that the address is theirs
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `Countess ${id}`,
        preferred_username: id,
        email: `${id}@Example.com`,
        email_verified: !id.startsWith('unverified'),
      }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key of tests'] },
  });
  server.on('request', provider.callback());
  console.log(`issuer ${issuer}`);
});

process.stdin.on('end', () => process.exit(0)).resume();

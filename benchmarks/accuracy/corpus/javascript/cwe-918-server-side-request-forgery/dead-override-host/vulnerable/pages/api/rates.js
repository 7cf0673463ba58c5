const hosts = { rates: 'rates.example.com' };
const OVERRIDABLE = Object.keys(hosts).length > 1;

export default async function handler(req, res) {
  let host = hosts.rates;
  if (!OVERRIDABLE) {
    host = req.headers['x-rates-host'] ?? host;
  }
  const response = await fetch(`https://${host}/daily.json`);
  if (!response.ok) {
    res.status(502).end();
    return;
  }
  res.status(200).json(await response.json());
}

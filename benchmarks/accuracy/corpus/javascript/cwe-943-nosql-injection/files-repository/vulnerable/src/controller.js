import { removeSubscriptions } from './repository.js';

export async function unsubscribe(req, res) {
  const count = await removeSubscriptions(req.body.address);
  res.json({ count });
}

import { findByEmail } from '../repositories/users.js';

export async function lookup(req, res) {
  const user = await findByEmail(req.get('X-User-Email'));
  if (!user) {
    return res.status(404).json({ message: 'no such user' });
  }
  return res.json({ id: user.id, name: user.name });
}

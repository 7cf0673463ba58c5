import { Subscription } from './model.js';

export async function removeSubscriptions(address) {
  const query = { address };
  const { deletedCount } = await Subscription.collection.deleteMany(query);
  return deletedCount;
}

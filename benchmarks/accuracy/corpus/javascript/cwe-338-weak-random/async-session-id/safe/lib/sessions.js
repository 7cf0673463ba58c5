import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export class Sessions {
  #store;

  constructor(store) {
    this.#store = store;
  }

  async open(user) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const id = user.id + '-' + randomUUID();
      const wait = Math.floor(Math.random() * 100);
      if (await this.#store.add(id, { user: user.id })) {
        return id;
      }
      await pause(wait);
    }
    throw new Error('no session could be opened');
  }
}

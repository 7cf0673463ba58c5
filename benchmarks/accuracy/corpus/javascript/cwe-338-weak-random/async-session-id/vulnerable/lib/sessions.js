import { setTimeout as pause } from 'node:timers/promises';

export class Sessions {
  #store;

  constructor(store) {
    this.#store = store;
  }

  async open(user) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const id = user.id + '-' + Date.now().toString(16) + Math.floor(Math.random() * 0xffff).toString(16);
      const wait = Math.floor(Math.random() * 100);
      if (await this.#store.add(id, { user: user.id })) {
        return id;
      }
      await pause(wait);
    }
    throw new Error('no session could be opened');
  }
}

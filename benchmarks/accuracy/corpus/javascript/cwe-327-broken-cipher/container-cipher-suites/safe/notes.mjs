import { open, seal } from './lib/envelope.mjs';

const master = Buffer.from(process.env.NOTES_KEY ?? '', 'hex');

export const noteStore = (collection) => ({
  async add(owner, text) {
    await collection.insertOne({ owner: String(owner), text: seal(text, master) });
  },
  async list(owner) {
    const notes = await collection.find({ owner: String(owner) }).toArray();
    return notes.map((note) => open(note.text, master));
  },
});

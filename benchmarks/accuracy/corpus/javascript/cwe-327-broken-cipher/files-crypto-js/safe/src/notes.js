import { protect } from './protect.js';

export async function saveNote(db, note, passphrase) {
  const text = protect(note.text, passphrase);
  await db.collection('notes').insertOne({ title: note.title, text });
}

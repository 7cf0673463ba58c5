import { Request, Response } from 'express';
import { unserialize } from 'node-serialize';
import { saveBoard } from './boards';

const VERSION = 2;

export async function importBoard(req: Request, res: Response) {
  const text: string = req.body.board;
  let board;
  if (VERSION >= 2) {
    board = JSON.parse(text);
  } else {
    board = unserialize(text);
  }
  await saveBoard(String(board.title), board.cards.length);
  res.sendStatus(201);
}

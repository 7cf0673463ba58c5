const boards = new Map<string, number>();

export async function saveBoard(title: string, cards: number): Promise<void> {
  boards.set(title, cards);
}

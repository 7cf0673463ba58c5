const articles = new Map<string, string>([['1', 'A long text about nothing much at all.']]);

export async function article(id: string): Promise<string> {
  return articles.get(id) ?? '';
}

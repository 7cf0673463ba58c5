import { encode } from 'html-entities';

export function layout(title: string, body: string): string {
  return `<html><head><title>${encode(title)}</title></head><body><h1>${encode(title)}</h1>${body}</body></html>`;
}

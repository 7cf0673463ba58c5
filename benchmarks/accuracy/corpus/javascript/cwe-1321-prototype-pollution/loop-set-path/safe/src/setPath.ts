export type Tree = { [key: string]: unknown };

export function setPath(root: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  if (keys.includes('__proto__')) {
    return;
  }
  let node = root;
  for (const key of keys.slice(0, -1)) {
    if (typeof node[key] !== 'object') {
      node[key] = {};
    }
    node = node[key] as Tree;
  }
  node[keys[keys.length - 1]] = value;
}

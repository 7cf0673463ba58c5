export type Tree = { [key: string]: unknown };

export function setPath(root: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  let node = root;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(node, key) || typeof node[key] !== 'object') {
      Object.defineProperty(node, key, { value: {}, writable: true, enumerable: true, configurable: true });
    }
    node = node[key] as Tree;
  }
  node[keys[keys.length - 1]] = value;
}

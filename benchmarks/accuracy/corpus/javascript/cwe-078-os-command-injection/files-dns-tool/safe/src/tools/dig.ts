import { run } from './run';

export function resolveName(name: string): Promise<string> {
  return run('dig', ['+short', '-q', name]);
}

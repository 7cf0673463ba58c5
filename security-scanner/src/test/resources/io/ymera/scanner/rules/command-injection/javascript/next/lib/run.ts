import { execSync } from 'child_process';
export function run(command: string) {
  return execSync(command); // finding: command-injection
}
export const count = () => execSync('ls | wc -l');

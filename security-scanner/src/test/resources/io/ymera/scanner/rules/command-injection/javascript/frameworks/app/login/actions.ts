'use server';
import { exec } from 'child_process';
import { redirect } from 'next/navigation';
import { cookies, headers } from 'next/headers';
export async function run(prev: unknown, form: FormData) {
  exec('ls ' + form.get('dir')); // finding: command-injection
}
export async function run2(dir: string) {
  exec('ls ' + dir); // finding: command-injection
}
export const run3 = async (data: { dir: string }) => {
  exec('ls ' + data.dir); // finding: command-injection
};
export async function num(n: number) { exec('ls ' + n); }
export async function ck() {
  const store = await cookies();
  exec('ls ' + store.get('dir')?.value); // finding: command-injection
  exec('ls ' + (await headers()).get('x-dir')); // finding: command-injection
}
function helper(dir: string) { exec('ls ' + dir); }

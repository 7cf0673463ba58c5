import { exec } from 'child_process';
export default async function Page({ searchParams, params }: { searchParams: Promise<{ dir: string }> }) {
  const { dir } = await searchParams;
  exec('ls ' + dir); // finding: command-injection
  async function act(form: FormData) {
    'use server';
    exec('ls ' + form.get('dir')); // finding: command-injection
  }
  return <form action={act}><input name="dir" /></form>;
}

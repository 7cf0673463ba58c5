import { exec } from 'child_process'; import { json, redirect } from '@remix-run/node'; import type { LoaderFunctionArgs } from '@remix-run/node';
export async function loader({ request, params }: LoaderFunctionArgs) { exec('ls ' + new URL(request.url).searchParams.get('d')); exec('ls ' + params.id); return json({}); } // finding: command-injection
export const action = async ({ request }) => { const f = await request.formData(); exec('ls ' + f.get('d')); return redirect(String(f.get('to'))); }; // finding: command-injection,open-redirect

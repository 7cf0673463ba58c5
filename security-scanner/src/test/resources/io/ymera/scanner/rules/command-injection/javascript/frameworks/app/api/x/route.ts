import { NextRequest, NextResponse } from 'next/server';
import { exec } from 'child_process';
export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  exec('ls ' + request.nextUrl.searchParams.get('dir')); // finding: command-injection
  exec('ls ' + (await params).id); // finding: command-injection
  exec('ls ' + request.cookies.get('dir')?.value); // finding: command-injection
  return NextResponse.json({});
}
export const POST = async (req: Request) => {
  const { dir } = await req.json();
  exec('ls ' + dir); // finding: command-injection
  return Response.redirect(new URL(dir));  // finding: open-redirect
};
export const PUT = auth(async (req) => {
  const { dir } = await req.json();
  exec('ls ' + dir); // finding: command-injection
});

import { NextRequest, NextResponse } from 'next/server';
import { run } from '@/lib/run';
export async function GET(request: NextRequest) {
  const name = request.nextUrl.searchParams.get('name');
  const { searchParams } = new URL(request.url);
  run(name);
  run(searchParams.get('other'));
  return NextResponse.json({ ok: true });
}
export async function POST(req) {
  const body = await req.json();
  run(body.command);
}

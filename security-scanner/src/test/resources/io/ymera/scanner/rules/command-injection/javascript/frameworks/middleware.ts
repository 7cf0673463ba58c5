import { NextResponse, type NextRequest } from 'next/server';
import { exec } from 'child_process';
export function middleware(request: NextRequest) {
  exec('ls ' + request.nextUrl.searchParams.get('dir')); // finding: command-injection
  return NextResponse.next();
}

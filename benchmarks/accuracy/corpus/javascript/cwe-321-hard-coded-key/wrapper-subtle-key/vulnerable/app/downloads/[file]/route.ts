import { NextRequest, NextResponse } from 'next/server';
import { checkLink } from '@/lib/signed-links';
import { downloads } from '@/lib/downloads';

export async function GET(request: NextRequest, { params }: { params: { file: string } }) {
  const query = request.nextUrl.searchParams;
  const valid = await checkLink(`/downloads/${params.file}`, Number(query.get('expires')), query.get('signature') ?? '');
  if (!valid) {
    return NextResponse.json({ message: 'This link has expired' }, { status: 403 });
  }
  const entry = await downloads.byName(params.file);
  if (!entry) {
    return NextResponse.json({ message: 'File not found' }, { status: 404 });
  }
  return new NextResponse(entry.stream, { headers: { 'Content-Type': 'application/octet-stream' } });
}

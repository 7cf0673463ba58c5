import { NextRequest, NextResponse } from 'next/server';

export const runtime = 'nodejs';

const CDN_HOSTS = ['images.ctfassets.net', 'cdn.shopify.com', 'res.cloudinary.com'];
const MAX_BYTES = 8 * 1024 * 1024;

function isAllowed(address: string): boolean {
  return URL.canParse(address) && CDN_HOSTS.some((host) => new URL(address).origin === `https://${host}`);
}

export async function GET(request: NextRequest) {
  const address = request.nextUrl.searchParams.get('url');
  if (!address || !isAllowed(address)) {
    return NextResponse.json({ message: 'Unknown image source' }, { status: 400 });
  }

  const upstream = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (!upstream?.ok) {
    return NextResponse.json({ message: 'Image is not available' }, { status: 502 });
  }

  const data = await upstream.arrayBuffer();
  if (data.byteLength > MAX_BYTES) {
    return NextResponse.json({ message: 'Image is too large' }, { status: 413 });
  }

  return new NextResponse(data, {
    headers: {
      'Content-Type': 'image/jpeg',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const SITE = 'https://www.gardenplanner.example';

interface Job {
  kind: 'plan' | 'page';
  id?: string;
  page?: string;
}

function targetOf(job: Job): string | null {
  switch (job.kind) {
    case 'plan':
      return `${SITE}/plans/${encodeURIComponent(String(job.id))}/print`;
    case 'page':
      return `${SITE}/pages/${encodeURIComponent(String(job.page))}`;
    default:
      return null;
  }
}

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  let target: string | null;
  try {
    target = targetOf(JSON.parse(event.body ?? '{}') as Job);
  } catch {
    return { statusCode: 400, body: 'Body not understood' };
  }
  if (target === null) return { statusCode: 400, body: 'Unknown kind' };

  const browser = await puppeteer.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(target, { waitUntil: 'networkidle0', timeout: 20_000 });
    const image = await page.screenshot({ type: 'png', encoding: 'base64' });
    return { statusCode: 200, isBase64Encoded: true, headers: { 'content-type': 'image/png' }, body: String(image) };
  } finally {
    await browser.close();
  }
}

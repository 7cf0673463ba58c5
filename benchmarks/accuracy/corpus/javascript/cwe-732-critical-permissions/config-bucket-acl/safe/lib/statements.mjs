import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({ region: 'eu-west-1' });

export async function store(customer, pdf) {
  await client.send(
    new PutObjectCommand({
      Bucket: 'bank-statements',
      Key: `${Number(customer)}/latest.pdf`,
      Body: pdf,
      ContentType: 'application/pdf',
      ACL: 'private',
    }),
  );
}

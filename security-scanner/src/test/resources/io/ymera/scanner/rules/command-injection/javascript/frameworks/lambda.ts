import type { APIGatewayProxyHandler, APIGatewayProxyHandlerV2, SQSEvent, S3Event, Handler, Context } from 'aws-lambda';
import { exec } from 'child_process';
export const a: APIGatewayProxyHandler = async (event) => {
  exec('ls ' + event.queryStringParameters?.dir); // finding: command-injection
  return { statusCode: 200, body: '' };
};
export const b: APIGatewayProxyHandlerV2 = async ({ body, pathParameters }) => {
  exec('ls ' + JSON.parse(body ?? '{}').dir); // finding: command-injection
  exec('ls ' + pathParameters!.dir); // finding: command-injection
  return { statusCode: 200, body: '' };
};
export async function worker(event: SQSEvent) {
  for (const record of event.Records) exec('ls ' + JSON.parse(record.body).dir); // finding: command-injection
}
export const s3 = async (event: S3Event) => {
  exec('ls ' + event.Records[0].s3.object.key); // finding: command-injection
};
export const main = async (evt, context) => {
  exec('ls ' + evt.queryStringParameters.dir); // finding: command-injection
};

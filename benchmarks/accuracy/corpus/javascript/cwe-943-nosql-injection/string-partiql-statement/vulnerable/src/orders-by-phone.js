const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, ExecuteStatementCommand } = require('@aws-sdk/lib-dynamodb');

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: process.env.AWS_REGION }));

const TABLE = process.env.ORDERS_TABLE || 'Orders';
const FIELDS = ['orderId', 'placedAt', 'total', 'shopId'];

function response(statusCode, payload) {
  return { statusCode, body: JSON.stringify(payload), headers: { 'Content-Type': 'application/json' } };
}

exports.handler = async (event) => {
  const shopId = event.requestContext.authorizer.claims['custom:shop'];
  const { phone } = event.queryStringParameters || {};
  if (!phone) {
    return response(400, { message: 'phone is required' });
  }

  const statement = [
    `SELECT ${FIELDS.join(', ')} FROM "${TABLE}"."byShop"`,
    'WHERE shopId = ?',
    `AND phone = '${phone}'`,
  ].join(' ');

  const { Items } = await client.send(
    new ExecuteStatementCommand({ Statement: statement, Parameters: [shopId], Limit: 50 }),
  );
  console.log(JSON.stringify({ msg: 'orders by phone', shopId, hits: Items.length }));
  return response(200, { orders: Items });
};

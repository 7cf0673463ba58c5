const { exec } = require('child_process');
const amqp = require('amqplib');
async function work(consumer, queue, channel) {
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      exec('id ' + message.value.toString()); // finding: command-injection
    },
  });
  channel.consume('jobs', (msg) => {
    exec('id ' + msg.content.toString()); // finding: command-injection
  });
  queue.process(async (job) => {
    exec('id ' + job.data.name); // finding: command-injection
    exec('id ' + job.id);
  });
}
const resolvers = {
  Query: {
    user: (_, { id }) => exec('id ' + id), // finding: command-injection
    users: async (parent, args, context) => exec('id ' + args.name), // finding: command-injection
  },
};
const handler = ({ query }, res) => {
  exec('id ' + query.name); // finding: command-injection
};
module.exports = { work, resolvers, handler };

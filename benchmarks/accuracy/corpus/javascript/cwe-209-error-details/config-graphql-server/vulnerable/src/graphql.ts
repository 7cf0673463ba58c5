import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';

const typeDefs = readFileSync('schema.graphql', 'utf8');
const resolvers = {
  Query: {
    member: async (_parent: unknown, args: { id: string }) => JSON.parse(readFileSync(`members/${Number(args.id)}.json`, 'utf8')),
  },
};

const server = new ApolloServer({
  typeDefs,
  resolvers,
  introspection: false,
  includeStacktraceInErrorResponses: true,
});

startStandaloneServer(server, { listen: { port: 4000 } });

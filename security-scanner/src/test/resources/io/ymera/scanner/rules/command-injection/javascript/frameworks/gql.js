const { ApolloServer } = require('@apollo/server');
const { exec } = require('child_process');
const { GraphQLObjectType, GraphQLString, GraphQLSchema } = require('graphql');
const resolvers = {
  Query: {
    list: (parent, args) => exec('ls ' + args.dir), // finding: command-injection
    list2: async (_root, { dir }, context) => exec('ls ' + dir), // finding: command-injection
    list3: async (_, { input: { dir } }, { user }) => exec('ls ' + dir), // finding: command-injection
    list4(obj, params, ctx, info) { return exec('ls ' + params.dir); }, // finding: command-injection
  },
  Mutation: {
    async remove(_source, { id }) { exec('rm ' + id); }, // finding: command-injection
  },
};
const q = new GraphQLObjectType({ name: 'Q', fields: { ls: { type: GraphQLString, args: {}, resolve(src, args) { return exec('ls ' + args.dir); } } } }); // finding: command-injection
module.exports = new ApolloServer({ typeDefs: '', resolvers });

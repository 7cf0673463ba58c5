const { GraphQLJSON } = require('graphql-type-json');
const { GraphQLError } = require('graphql');
const { toFilter } = require('./filters');

module.exports = {
  JSON: GraphQLJSON,

  Query: {
    patients: async (_root, { filter }, { db, staff }) => {
      if (!staff) {
        throw new GraphQLError('Not signed in', { extensions: { code: 'UNAUTHENTICATED' } });
      }
      const documents = await db
        .collection('patients')
        .find({ $and: [{ hospital: staff.hospital }, toFilter(filter)] })
        .sort({ ward: 1 })
        .limit(200)
        .toArray();
      return documents;
    },
  },

  Patient: {
    id: (patient) => patient._id.toHexString(),
    initials: (patient) => patient.name.split(' ').map((part) => part[0]).join(''),
  },
};

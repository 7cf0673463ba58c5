import { GraphQLError } from 'graphql';
import { QueryTypes, Sequelize } from 'sequelize';

interface Context {
  sequelize: Sequelize;
  agencyId: string | null;
}

interface SearchArgs {
  city: string;
  minRooms?: number;
  maxPrice?: number;
}

const COLUMNS = ['id', 'street', 'city', 'rooms', 'price'].map((name) => `p.${name}`).join(', ');
const BASE = 'SELECT ' + COLUMNS + ' FROM properties p';
const VISIBLE = "p.state = 'published' AND p.agency_id = :agencyId";

export const resolvers = {
  Query: {
    async searchProperties(_parent: unknown, args: SearchArgs, { sequelize, agencyId }: Context) {
      if (!agencyId) {
        throw new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
      }
      const replacements: Record<string, string | number> = { agencyId };
      let where = VISIBLE;

      where += " AND p.city = '" + args.city + "'";
      if (args.minRooms !== undefined) {
        where += ' AND p.rooms >= :minRooms';
        replacements.minRooms = args.minRooms;
      }
      if (args.maxPrice !== undefined) {
        where += ' AND p.price <= :maxPrice';
        replacements.maxPrice = args.maxPrice;
      }

      return sequelize.query(BASE + ' WHERE ' + where + ' ORDER BY p.price', {
        replacements,
        type: QueryTypes.SELECT,
      });
    },
  },
};

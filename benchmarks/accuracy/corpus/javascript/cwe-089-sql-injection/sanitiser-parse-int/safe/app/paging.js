import { Op, literal } from 'sequelize';
import { Comment } from './models.js';

export const listComments = async (ctx) => {
  const { after, size } = ctx.request.query;
  const limit = Number.parseInt(size, 10) || 20;
  const rank = Number(after) || 0;
  ctx.body = await Comment.findAll({
    where: {
      threadId: { [Op.eq]: ctx.params.thread },
      [Op.and]: literal(`rank > ${rank}`),
    },
    limit: Math.min(limit, 100),
  });
};

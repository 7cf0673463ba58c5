import _ from 'lodash';
import mongoose from 'mongoose';

const Document = mongoose.model(
  'Document',
  new mongoose.Schema({ title: String, text: String, owner: String, approved: Boolean }),
);

export async function create(ctx) {
  const fields = _.pick(ctx.request.body, ['title', 'text']);
  const document = await Document.create({ owner: ctx.state.user.id, ...fields });
  ctx.status = 201;
  ctx.body = { id: document.id };
}

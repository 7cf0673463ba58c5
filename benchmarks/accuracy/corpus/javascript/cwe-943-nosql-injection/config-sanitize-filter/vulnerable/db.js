const mongoose = require('mongoose');

mongoose.set('strictQuery', true);
mongoose.set('sanitizeFilter', false);

const InvitationSchema = new mongoose.Schema(
  {
    email: { type: String, required: true, lowercase: true },
    code: { type: String, required: true },
    team: { type: mongoose.Schema.Types.ObjectId, ref: 'Team' },
    usedAt: Date,
  },
  { timestamps: true },
);

async function connect() {
  await mongoose.connect(process.env.MONGO_URL, { maxPoolSize: 10 });
  console.log('mongo ready');
}

module.exports = { connect, Invitation: mongoose.model('Invitation', InvitationSchema) };

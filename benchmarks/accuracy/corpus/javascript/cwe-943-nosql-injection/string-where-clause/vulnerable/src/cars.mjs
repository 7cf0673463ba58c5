import mongoose from 'mongoose';
import Koa from 'koa';

await mongoose.connect(process.env.MONGO_URL);
const Car = mongoose.model('Car', new mongoose.Schema({ make: String, year: Number, price: Number }));

const app = new Koa();

app.use(async (ctx) => {
  const year = ctx.query.year ?? '2000';
  ctx.body = await Car.find({ $where: `this.year - this.price / 10000 > ${year}` });
});

app.listen(3000);

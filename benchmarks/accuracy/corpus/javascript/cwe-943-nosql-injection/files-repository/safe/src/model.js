import mongoose from 'mongoose';

export const Subscription = mongoose.model('Subscription', new mongoose.Schema({ address: String }));

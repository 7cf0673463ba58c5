import type { Document, Filter } from 'mongodb';
import { BaseStore } from './base.store';

export interface Booking extends Document {
  room: string;
  guestEmail: string;
  reference: string;
  nights: number;
}

export class BookingStore extends BaseStore<Booking> {
  protected criteria(input: Record<string, unknown>): Filter<Booking> {
    const filter: Record<string, unknown> = {};
    for (const field of ['guestEmail', 'reference'] as const) {
      filter[field] = input[field] ?? '';
    }
    return filter as Filter<Booking>;
  }
}

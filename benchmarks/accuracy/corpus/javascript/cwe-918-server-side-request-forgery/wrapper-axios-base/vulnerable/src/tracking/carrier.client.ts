import { Injectable } from '@nestjs/common';
import axios, { AxiosInstance } from 'axios';

export interface TrackingState {
  code: string;
  events: Array<{ at: string; text: string }>;
}

@Injectable()
export class CarrierClient {
  private readonly http: AxiosInstance = axios.create({
    baseURL: process.env.CARRIER_URL ?? 'https://api.parcelhub.example/v3',
    timeout: 4000,
    maxRedirects: 0,
    headers: { 'x-api-key': process.env.CARRIER_KEY ?? '' },
  });

  async track(code: string): Promise<TrackingState> {
    const { data } = await this.http.get<TrackingState>(code);
    return data;
  }

  async ping(): Promise<boolean> {
    const { status } = await this.http.get('/health', { validateStatus: () => true });
    return status === 200;
  }
}

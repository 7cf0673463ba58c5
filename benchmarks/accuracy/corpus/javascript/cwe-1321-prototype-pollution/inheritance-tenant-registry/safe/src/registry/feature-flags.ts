import { Registry } from './registry';

export interface Flag {
  enabled: boolean;
  note: string;
}

export class FeatureFlags extends Registry<Flag> {
  protected prepare(value: Flag): Flag {
    return { enabled: Boolean(value.enabled), note: String(value.note ?? '').slice(0, 200) };
  }

  enabled(tenant: string, flag: string): boolean {
    return this.group(tenant).get(flag)?.enabled ?? false;
  }
}

import { SecretBox } from './SecretBox';

export const box = new SecretBox(Buffer.from(process.env.BOX_KEY ?? '', 'hex'));

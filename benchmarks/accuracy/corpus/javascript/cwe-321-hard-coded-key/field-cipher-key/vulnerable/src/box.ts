import { SecretBox } from './SecretBox';

export const box = new SecretBox();

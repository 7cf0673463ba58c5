import { usual } from './usual.js';

export default { ...usual };

import { nanoid } from 'nanoid';
import type { IdSource } from '../ids.ts';

/** Random names of 21 characters (126 bits): the production source. */
export const nanoidIds: IdSource = { unique: () => nanoid() };

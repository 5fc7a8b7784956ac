export type * from './recording.ts';

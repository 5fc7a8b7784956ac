import { closedEnum } from './enum-kind.ts';

/** What a record of a file of updates tells: an update or that one was acknowledged. */
export type UpdateRecordType = 'UPDATE' | 'ACK';

/** The kind of fields of this type. */
export const updateRecordType = closedEnum<UpdateRecordType>({ UPDATE: 0, ACK: 1 });

import { LogClient } from '@quorate/log/http';
import { clientSecurity } from './peer-security.ts';
import type { SecurityFlags } from './peer-security.ts';

/** How a command reaches the replicas of a running group. */
export interface GroupFlags extends SecurityFlags {
  readonly peers: readonly string[];
  /** How long one request may take, in seconds. */
  readonly timeout: number;
}

/** Calls `use` with a client of the group, and ends its connections after that. */
export async function withClient<T>(
  { peers, timeout, ...security }: GroupFlags,
  use: (client: LogClient) => Promise<T>,
): Promise<T> {
  const options = await clientSecurity(security);
  const client = new LogClient({ ...options, replicas: peers, timeoutMs: timeout * 1000 });
  try {
    return await use(client);
  } finally {
    client.close();
  }
}

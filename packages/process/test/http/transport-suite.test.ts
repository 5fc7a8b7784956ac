import { describe, test } from '@jest/globals';
import { transportSuite } from '../../src/testing/index.ts';
import { httpTransport } from '../../src/http/index.ts';
import type { HttpTransportOptions } from '../../src/http/index.ts';
import { vacantPort } from './sockets.ts';

const HOSTS = { IPv4: '127.0.0.1', IPv6: '::1' };
const SPOKEN = { plain: { upgrade: false }, upgraded: { upgrade: true } };

for (const [network, host] of Object.entries(HOSTS)) {
  for (const [protocol, options] of Object.entries(SPOKEN)) {
    transportSuite(`httpTransport, ${protocol}, ${network}`, {
      describe,
      test,
      place: async () => place(host, options),
    });
  }
}

function place(host: string, options: Partial<HttpTransportOptions>) {
  return {
    open: (address?: string) => {
      const port = Number(address?.slice(address.lastIndexOf(':') + 1) ?? 0);
      return httpTransport({ listen: { host, port }, ...options });
    },
    vacant: async () => {
      const port = await vacantPort(host);
      return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    },
  };
}

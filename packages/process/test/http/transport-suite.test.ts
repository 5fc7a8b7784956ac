import { beforeAll, describe, test } from '@jest/globals';
import { transportSuite } from '../../src/testing/index.ts';
import { httpTransport, mutualTls, sharedSecret } from '../../src/http/index.ts';
import type { HttpTransportOptions, MutualTls } from '../../src/http/index.ts';
import { CertificateAuthority } from '../../../../testing/certificates.ts';
import { vacantPort } from './sockets.ts';

const HOSTS = { IPv4: '127.0.0.1', IPv6: '::1' };
let tls: MutualTls;
beforeAll(async () => {
  const authority = await CertificateAuthority.make();
  tls = mutualTls(await authority.issue(Object.values(HOSTS)));
});

const SPOKEN: Readonly<Record<string, () => Partial<HttpTransportOptions>>> = {
  plain: () => ({ upgrade: false }),
  upgraded: () => ({}),
  'plain over TLS': () => ({ upgrade: false, security: tls }),
  'upgraded over TLS': () => ({ security: tls }),
  'with a shared secret': () => ({
    security: sharedSecret([{ id: 'a', secret: 'x'.repeat(32) }]),
  }),
};

for (const [network, host] of Object.entries(HOSTS)) {
  for (const [protocol, options] of Object.entries(SPOKEN)) {
    transportSuite(`httpTransport, ${protocol}, ${network}`, {
      describe,
      test,
      provesSenders: /TLS|secret/.test(protocol),
      place: async () => place(host, options()),
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

import { BlockList, isIP, isIPv6 } from 'node:net';

/** A host, by name or number, and a port. */
export interface HostAndPort {
  /** Without brackets, also for IPv6. */
  readonly host: string;
  readonly port: number;
}

const PORT_MAX = 65_535;
/** No zeros in front of a port: pids are compared as texts, and one address must not have two. */
const ADDRESS = /^(?:\[([^\]]+)\]|([^:[\]]+)):([1-9]\d{0,4})$/;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** As the part of a pid behind `@` has it: `10.0.0.1:5050`, `[::1]:5050`. */
export function formatAddress({ host, port }: HostAndPort): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Undefined when it is no address that could be connected to. */
export function parseAddress(text: string): HostAndPort | undefined {
  const [, six, other, digits] = ADDRESS.exec(text) ?? [];
  const host = six ?? other;
  const port = Number(digits);
  if (host === undefined || !(port <= PORT_MAX)) return undefined;
  return six !== undefined && !isIPv6(six) ? undefined : { host, port };
}

/** Whether nobody but programs of this machine reaches it. A name other than `localhost` may be anything. */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return host === 'localhost';
  return loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address as a socket of IPv6 gives it is that IPv4 address. */
export function plainHost(host: string): string {
  return host.startsWith('::ffff:') ? host.slice('::ffff:'.length) : host;
}

export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= PORT_MAX;
}

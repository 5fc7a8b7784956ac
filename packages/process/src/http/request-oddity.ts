import type { IncomingMessage } from 'node:http';

/** What a decoder on the way might take for something else: NUL, and dots that lead out of a folder. */
const ODD_ESCAPE = /%00|%2e%2e|[.]%2e|%2e[.]|\/%2e\//i;

const HEADERS_MAX = 200;

/**
 * Why a request that Node reads is not one to serve, for somebody between here and the client may read it as
 * another; undefined when there is nothing odd about it. What Node refuses by itself, such as a length beside
 * chunks, or line ends of half a line end, does not come this far.
 */
export function oddity(request: IncomingMessage): string | undefined {
  const { httpVersion, url = '', rawHeaders, headers } = request;
  if (!httpVersion.startsWith('1.')) return `version ${httpVersion} of HTTP`;
  if (!url.startsWith('/')) return `not a path: ${url}`;
  if (ODD_ESCAPE.test(url)) return `an odd path: ${url}`;
  if (rawHeaders.length > 2 * HEADERS_MAX) return `${rawHeaders.length / 2} headers`;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name));
  if (hosts.length > 1) return 'more than one host';
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') return `coded as ${coding}`;
  return undefined;
}

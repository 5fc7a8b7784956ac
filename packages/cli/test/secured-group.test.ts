// Replicas and clients that have to prove who they are, as programs of their own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { TlsCredentials } from '@quorate/process/http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CertificateAuthority } from '../../../testing/certificates.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { runCli } from './support/run-cli.ts';
import { freeAddresses, killReplicas, ReplicaProgram } from './support/run-replica.ts';

let addresses: readonly string[];
let folder: string;

beforeEach(async () => {
  addresses = await freeAddresses(2);
  folder = newFolder();
});

afterEach(async () => {
  await killReplicas();
  removeFolders();
});

/** One of a group of two. @param name of its directory */
function startReplica(
  index: number,
  credentials: readonly string[],
  name = `r${index}`,
): ReplicaProgram {
  const argv = ['--path', join(folder, name), '--quorum', '2', '--listen', addresses[index] ?? ''];
  return new ReplicaProgram([...argv, '--peers', addresses.join(','), ...credentials]);
}

/** A stranger takes the place of the second replica: it votes with nobody, and the first says why. */
async function isRefused(
  group: { readonly first: ReplicaProgram; readonly second: ReplicaProgram },
  { good, bad }: { readonly good: readonly string[]; readonly bad: readonly string[] },
  why: string,
): Promise<void> {
  group.second.signal('SIGTERM');
  await group.second.ended;
  const stranger = startReplica(1, bad, 'stranger');
  await stranger.until('started');
  // Has the first ask the stranger, which asks the first by itself.
  expect((await append(good, '1'))[0]).toBe(1);
  await group.first.untilLogged(why);
  expect(stranger.lastEvent).toMatchObject({ event: 'started' });
}

/** Writes the files of these credentials, and gives the options that name them. */
function tlsOptions(name: string, { ca, cert, key }: TlsCredentials): readonly string[] {
  const file = (kind: string, text: string): string => {
    const path = join(folder, `${name}.${kind}`);
    writeFileSync(path, text);
    return path;
  };
  const [keyFile, certFile] = [file('key', String(key)), file('cert', String(cert))];
  return ['--tls-key', keyFile, '--tls-cert', certFile, '--tls-ca', file('ca', String(ca))];
}

function secretOptions(name: string, line: string): readonly string[] {
  const path = join(folder, name);
  writeFileSync(path, `${line}\n`);
  return ['--secret-file', path];
}

async function append(credentials: readonly string[], timeout = '60'): Promise<[number, string]> {
  const peers = ['--peers', addresses.join(',')];
  const argv = ['log', 'append', ...peers, '--timeout', timeout, ...credentials, 'x'];
  const { exitCode, stderr } = await runCli(argv);
  return [exitCode, stderr];
}

/** The serial number of the certificate with which a replica listens. */
function servedSerial(address: string, { ca, cert, key }: TlsCredentials): Promise<string> {
  const [host = '', port] = address.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), ca, cert, key }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

describe('with certificates', () => {
  test('peers and clients of the authority are let in, of another refused and logged; new ones are read', async () => {
    const authority = await CertificateAuthority.make();
    const stranger = await CertificateAuthority.make('CN=Somebody else');
    const client = await authority.issue(['127.0.0.1']);
    const old = await authority.issue(['127.0.0.1']);
    const next = await authority.issue(['127.0.0.1']);
    // It trusts the others: it is they that must not trust it.
    const bad = tlsOptions('bad', { ...(await stranger.issue(['127.0.0.1'])), ca: authority.pem });
    const options = tlsOptions('r', old);
    const [first, second] = [startReplica(0, options), startReplica(1, options)];
    await Promise.all([first.until('votes'), second.until('votes')]);
    expect(await append(tlsOptions('client', client))).toEqual([0, '']);
    expect(await append(bad, '1')).toEqual([1, expect.stringContaining('answered 401')]);
    expect(await append([], '1')).toEqual([1, expect.stringContaining('LOG_REQUEST_FAILED')]);

    const [address = ''] = addresses;
    expect(await servedSerial(address, client)).toBe(old.serial.toUpperCase());
    tlsOptions('r', { ...next, key: 'no key' });
    first.signal('SIGHUP');
    await first.until('not-reloaded');
    expect(await servedSerial(address, client)).toBe(old.serial.toUpperCase());
    tlsOptions('r', next);
    first.signal('SIGHUP');
    await first.until('reloaded');
    expect(await servedSerial(address, client)).toBe(next.serial.toUpperCase());
    expect(await append(tlsOptions('client', client))).toEqual([0, '']);
    await isRefused({ first, second }, { good: options, bad }, '"reason":"unauthenticated"');
  });
});

describe('with a shared secret', () => {
  test('peers and clients that have it are let in, others refused and logged', async () => {
    const good = secretOptions('good', `a:${'s'.repeat(40)}`);
    const bad = secretOptions('bad', `a:${'t'.repeat(40)}`);
    const [first, second] = [startReplica(0, good), startReplica(1, good)];
    await Promise.all([first.until('votes'), second.until('votes')]);
    expect(await append(good)).toEqual([0, '']);
    expect(await append(bad, '1')).toEqual([1, expect.stringContaining('answered 401')]);
    expect(await append([], '1')).toEqual([1, expect.stringContaining('answered 401')]);
    await isRefused({ first, second }, { good, bad }, 'does not prove that it knows the secret');
  });
});

test.each([
  ['short', 'CLI_CONFIG_INVALID'],
  ['a:short', 'CREDENTIALS_INVALID'],
  ['', 'CREDENTIALS_INVALID'],
])('a replica does not start with the secret %j', async (line, code) => {
  const { exitCode, stderr } = await startReplica(0, secretOptions('s', line)).ended;
  expect(stderr).toContain(code);
  expect(exitCode).not.toBe(0);
});

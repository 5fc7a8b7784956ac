import { createHmac } from 'node:crypto';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { LogClientOptions, ReplicaServerOptions } from '@quorate/log/http';
import { bearerAuthenticator, mutualTlsFiles, sharedSecret, signJwt } from '@quorate/process/http';
import type { MutualTlsFiles, SharedKey, SharedSecret } from '@quorate/process/http';
import { CliError } from './cli-error.ts';
import { readPlainFile } from './plain-file.ts';

const FILE_BYTES_MAX = 1024 * 1024;
const REALM = 'log';
const TOKEN_SECONDS = 60;

/** Files with which replicas and clients prove who they are. */
export interface SecurityFlags {
  readonly tlsKey?: string;
  readonly tlsCert?: string;
  readonly tlsCa?: string;
  readonly secretFile?: string;
}

/** What a replica needs to let in those that prove who they are, and nobody else. */
export interface ReplicaSecurity extends Pick<ReplicaServerOptions, 'realm' | 'service'> {
  readonly security?: MutualTlsFiles | SharedSecret;
  /** Reads the files again. Fails as reading them at first does; then the old credentials stay. */
  reload(): Promise<void>;
}

/** Throws `CLI_USAGE`, `CREDENTIALS_INVALID`, and as `readPlainFile` does. */
export async function replicaSecurity(flags: SecurityFlags): Promise<ReplicaSecurity> {
  const files = tlsFiles(flags);
  const { secretFile } = flags;
  if (files && secretFile !== undefined) {
    throw new CliError(
      'CLI_USAGE',
      'give either --tls-key, --tls-cert and --tls-ca or --secret-file',
    );
  }
  if (files) {
    const security = await mutualTlsFiles(files);
    return { security, reload: () => security.reload() };
  }
  return secretFile === undefined ? { reload: () => Promise.resolve() } : withSecret(secretFile);
}

/** What lets a client in. Throws as `replicaSecurity` does. */
export async function clientSecurity(
  flags: SecurityFlags,
): Promise<Pick<LogClientOptions, 'tls' | 'authorization'>> {
  const files = tlsFiles(flags);
  if (files) {
    const [ca, cert, key] = await Promise.all([files.ca, files.cert, files.key].map(readText));
    return { tls: { ca: ca ?? '', cert: cert ?? '', key: key ?? '' } };
  }
  if (flags.secretFile === undefined) return {};
  const [own] = await readSecrets(flags.secretFile);
  const secret = tokenSecret(own);
  return {
    authorization: () => {
      const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
      return `Bearer ${signJwt({ sub: 'quorate', exp }, secret)}`;
    },
  };
}

/** Messages of peers are under the secret's MAC; requests of clients bear a token that it signs. */
async function withSecret(path: string): Promise<ReplicaSecurity> {
  let keys = await readSecrets(path);
  const security = sharedSecret(keys);
  return {
    security,
    realm: REALM,
    service: {
      realms: {
        [REALM]: {
          authenticate: (request) =>
            bearerAuthenticator({
              realm: REALM,
              keys: keys.map((key) => ({ algorithm: 'HS256', secret: tokenSecret(key) })),
            }).authenticate(request),
        },
      },
      // Everything that is more than whether it is alive has the realm.
      insecure: true,
    },
    async reload() {
      const read = await readSecrets(path);
      security.replace(read);
      keys = read;
    },
  };
}

/** Tokens go over the wire as they are: what signs them is not what peers prove themselves with. */
function tokenSecret(key: SharedKey | undefined): string {
  return createHmac('sha256', key?.secret ?? '')
    .update('quorate: tokens of clients')
    .digest('base64');
}

/** One or two lines `ID:SECRET`: the first proves who we are, each is accepted. */
async function readSecrets(path: string): Promise<readonly SharedKey[]> {
  const lines = (await readText(path)).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const colon = line.indexOf(':');
    if (colon > 0) return { id: line.slice(0, colon), secret: line.slice(colon + 1).trim() };
    throw new CliError('CLI_CONFIG_INVALID', `${path}: a line is not of the form ID:SECRET`);
  });
}

function tlsFiles({
  tlsKey,
  tlsCert,
  tlsCa,
}: SecurityFlags):
  { readonly key: string; readonly cert: string; readonly ca: string } | undefined {
  if (tlsKey === undefined && tlsCert === undefined && tlsCa === undefined) return undefined;
  if (tlsKey !== undefined && tlsCert !== undefined && tlsCa !== undefined) {
    return { key: tlsKey, cert: tlsCert, ca: tlsCa };
  }
  throw new CliError('CLI_USAGE', '--tls-key, --tls-cert and --tls-ca belong together');
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readPlainFile(nodeFileSystem(), path, FILE_BYTES_MAX));
}

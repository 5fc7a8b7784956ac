import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import { checkServerIdentity, createSecureContext } from 'node:tls';
import type { PeerCertificate, SecureContext, SecureContextOptions } from 'node:tls';
import { HttpError } from './http-error.ts';

/** What a peer proves with who it is, in PEM. */
export interface TlsCredentials {
  /** Whose certificates are trusted: of peers that connect, and of those connected to. */
  readonly ca: string;
  /** Our own, with those between it and the authority behind it. Its names are what peers know us by. */
  readonly cert: string;
  readonly key: string;
  /** What the authorities have revoked: with it, one list of each authority that is in use. */
  readonly crl?: string;
}

/**
 * Connections are encrypted (TLS 1.2 or later), and both sides show a certificate. A peer is who its
 * certificate says: by the subject's alternative names, never its common name. A connection that is not
 * TLS is refused; nothing falls back to plain text.
 *
 * Throws `CREDENTIALS_INVALID`.
 */
export function mutualTls(credentials: TlsCredentials): MutualTls {
  return new MutualTls(credentials);
}

/** What `mutualTls` gives. */
export class MutualTls {
  readonly kind = 'tls';
  readonly #listeners = new Set<() => void>();
  #options: SecureContextOptions;
  #context: SecureContext;

  /** @internal */
  constructor(credentials: TlsCredentials) {
    this.#options = optionsOf(credentials);
    this.#context = contextOf(this.#options);
  }

  /**
   * For connections from now on, in and out; what is open stays open. Throws
   * `CREDENTIALS_INVALID`, and then the old ones stay.
   */
  replace(credentials: TlsCredentials): void {
    const options = optionsOf(credentials);
    this.#context = contextOf(options);
    this.#options = options;
    for (const listener of this.#listeners) listener();
  }

  /** @internal For connections that we make. */
  get context(): SecureContext {
    return this.#context;
  }

  /** @internal For a server. */
  get options(): SecureContextOptions {
    return this.#options;
  }

  /** @internal Gives what ends it. */
  onReplaced(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Where credentials are kept; each file as in `TlsCredentials`. */
export interface TlsFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  readonly crl?: string;
}

/** How files of credentials are looked after. */
export interface TlsFilesOptions {
  /** How often they are looked at. Default 5,000. */
  readonly checkIntervalMs?: number;
  /** They were read again after a change; with the error, when they could not be, and the old stay. */
  readonly onReload?: (error: Error | undefined) => void;
}

const CHECK_INTERVAL_MS = 5_000;

/**
 * `mutualTls` from files, that are read again when they change. Fails with
 * `CREDENTIALS_INVALID`.
 */
export async function mutualTlsFiles(
  files: TlsFiles,
  options: TlsFilesOptions = {},
): Promise<MutualTlsFiles> {
  return new MutualTlsFiles(files, options, await read(files));
}

/** What `mutualTlsFiles` gives. */
export class MutualTlsFiles extends MutualTls implements Disposable {
  readonly #files: TlsFiles;
  readonly #options: TlsFilesOptions;
  readonly #onChange = (): void => {
    this.reload().then(
      () => this.#options.onReload?.(undefined),
      (error: Error) => this.#options.onReload?.(error),
    );
  };

  /** @internal */
  constructor(files: TlsFiles, options: TlsFilesOptions, credentials: TlsCredentials) {
    super(credentials);
    this.#files = files;
    this.#options = options;
    const interval = options.checkIntervalMs ?? CHECK_INTERVAL_MS;
    // By their times, not by events: what replaces a file, or a link on the way to it, is seen as well.
    for (const file of this.#paths()) {
      watchFile(file, { interval, persistent: false }, this.#onChange);
    }
  }

  /**
   * Reads the files now. Fails with `CREDENTIALS_INVALID`, and then the old credentials stay:
   * so it does between the change of a certificate and that of its key.
   */
  async reload(): Promise<void> {
    this.replace(await read(this.#files));
  }

  /** They are not looked at any more. */
  [Symbol.dispose](): void {
    for (const file of this.#paths()) unwatchFile(file, this.#onChange);
  }

  #paths(): readonly string[] {
    const { ca, cert, key, crl } = this.#files;
    return [ca, cert, key, ...(crl === undefined ? [] : [crl])];
  }
}

async function read({ ca, cert, key, crl }: TlsFiles): Promise<TlsCredentials> {
  try {
    const text = (path: string): Promise<string> => readFile(path, 'utf8');
    return {
      ...{ ca: await text(ca), cert: await text(cert), key: await text(key) },
      ...(crl !== undefined && { crl: await text(crl) }),
    };
  } catch (cause) {
    throw invalid(`cannot read credentials: ${(cause as Error).message}`, cause);
  }
}

function optionsOf({ ca, cert, key, crl }: TlsCredentials): SecureContextOptions {
  for (const [name, text] of Object.entries({ ca, cert, key })) {
    // Without an authority of its own a context trusts those that browsers trust.
    if (typeof text !== 'string' || !text.includes('-----BEGIN ')) {
      throw invalid(`expected ${name} to be PEM: -----BEGIN …`);
    }
  }
  return { ca, cert, key, ...(crl !== undefined && { crl }), minVersion: 'TLSv1.2' };
}

function contextOf(options: SecureContextOptions): SecureContext {
  try {
    return createSecureContext(options);
  } catch (cause) {
    throw invalid(`no credentials for TLS: ${(cause as Error).message}`, cause);
  }
}

function invalid(message: string, cause?: unknown): HttpError {
  return new HttpError('CREDENTIALS_INVALID', message, { cause });
}

/** Why a certificate is not that of `name`; undefined when it is. */
export function nameMismatch(certificate: PeerCertificate, name: string): Error | undefined {
  if (certificate.subjectaltname === undefined) {
    return new Error(`its certificate has no alternative name, so it is not ${name}`);
  }
  return checkServerIdentity(name, certificate);
}

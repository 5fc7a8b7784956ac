import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { TlsCredentials } from '@quorate/process/http';

type CryptoKeyPair = webcrypto.CryptoKeyPair;

x509.cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** What of a certificate is not as it should be. */
export interface CertificateOptions {
  /** Default: from a day ago until in a day. */
  readonly validity?: { readonly notBefore: Date; readonly notAfter: Date };
  readonly commonName?: string;
}

/** Certificates of peers, and what the authority has revoked. */
export class CertificateAuthority {
  readonly pem: string;
  readonly #certificate: x509.X509Certificate;
  readonly #keys: CryptoKeyPair;
  #serial = 1;

  private constructor(certificate: x509.X509Certificate, keys: CryptoKeyPair) {
    this.#certificate = certificate;
    this.#keys = keys;
    this.pem = certificate.toString('pem');
  }

  static async make(name = 'CN=Test authority'): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name,
      ...{ notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) },
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 1, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
          true,
        ),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    });
    return new CertificateAuthority(certificate, keys);
  }

  /** Credentials of a peer with these names: of hosts, or numbers. */
  async issue(
    names: readonly string[],
    options: CertificateOptions = {},
  ): Promise<TlsCredentials & { readonly serial: string }> {
    const keys = await newKeys();
    const serial = (++this.#serial).toString(16).padStart(2, '0');
    const { notBefore, notAfter } = options.validity ?? {
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + DAY_MS),
    };
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: serial,
      subject: `CN=${options.commonName ?? 'peer'}`,
      issuer: this.#certificate.subject,
      ...{ notBefore, notAfter },
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      extensions: names.length === 0 ? [] : [alternativeNames(names)],
    });
    const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      ca: this.pem,
      cert: certificate.toString('pem'),
      key: x509.PemConverter.encode(der, 'PRIVATE KEY'),
      serial,
    };
  }

  async revoke(serials: readonly string[]): Promise<string> {
    const list = await x509.X509CrlGenerator.create({
      issuer: this.#certificate.subject,
      thisUpdate: new Date(Date.now() - DAY_MS),
      nextUpdate: new Date(Date.now() + DAY_MS),
      signingAlgorithm: ALGORITHM,
      signingKey: this.#keys.privateKey,
      entries: serials.map((serialNumber) => ({ serialNumber, revocationDate: new Date() })),
    });
    return x509.PemConverter.encode(list.rawData, 'X509 CRL');
  }
}

async function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function alternativeNames(names: readonly string[]): x509.SubjectAlternativeNameExtension {
  const isNumber = (name: string): boolean => /^[\d.]+$|:/.test(name);
  return new x509.SubjectAlternativeNameExtension(
    names.map((value) => ({ type: isNumber(value) ? ('ip' as const) : ('dns' as const), value })),
  );
}

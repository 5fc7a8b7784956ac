import type { Future } from '@quorate/process';
import { StateError } from '@quorate/state';
import { RegistrarError } from './errors.ts';

/** Why a fetch did not give a variable. */
export function fetchFailure(done: Future<unknown>): RegistrarError {
  const cause = failureOf(done);
  if (cause instanceof RegistrarError) return cause;
  const message = `the registry cannot be fetched: ${cause.message}`;
  return new RegistrarError('REGISTRAR_FETCH_FAILED', message, { cause });
}

/**
 * Why a store did not give a new version.
 *
 * @param sizeBytes of the registry that was to be stored
 */
export function storeFailure(done: Future<unknown>, sizeBytes: number): RegistrarError {
  if (done.isReady) {
    const message = 'the registry cannot be stored: another registrar has stored it meanwhile';
    return new RegistrarError('REGISTRAR_VERSION_MISMATCH', message, { outcome: 'definite' });
  }
  const cause = failureOf(done);
  if (cause instanceof RegistrarError) return cause;
  if (cause instanceof StateError && cause.code === 'STATE_VALUE_TOO_LARGE') {
    const message = `a registry of ${sizeBytes} bytes is too large, nothing was written: `;
    return new RegistrarError('REGISTRAR_REGISTRY_TOO_LARGE', message + cause.message, {
      cause,
      outcome: 'definite',
    });
  }
  const outcome = (cause instanceof StateError && cause.outcome) || 'unknown';
  const message = `the registry cannot be stored: ${cause.message}`;
  return new RegistrarError('REGISTRAR_STORE_FAILED', message, { cause, outcome });
}

/** Whether the store was refused before anything was written: leadership is not in doubt then. */
export function isDefiniteRefusal(error: RegistrarError): boolean {
  return (
    error.code === 'REGISTRAR_REGISTRY_TOO_LARGE' || error.code === 'REGISTRAR_REGISTRY_INVALID'
  );
}

function failureOf(done: Future<unknown>): Error {
  return done.isFailed ? done.failure() : new Error('the storage discarded the request');
}

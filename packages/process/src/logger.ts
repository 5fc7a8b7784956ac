/**
 * The part of pino's interface that Quorate writes to: pass a pino logger as it is.
 *
 * Fields come first, the message second, so that a log line can be searched by its facts.
 */
export interface Logger {
  trace(fields: object, message?: string): void;
  debug(fields: object, message?: string): void;
  info(fields: object, message?: string): void;
  warn(fields: object, message?: string): void;
  error(fields: object, message?: string): void;
  child(bindings: Record<string, unknown>): Logger;
}

const nothing = (): void => undefined;

/** Writes nothing: the default, because a library must not print. */
export const silentLogger: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLogger,
};

/**
 * - `METRIC_EXISTS`: a metric of that name was added before.
 * - `METRIC_NO_VALUE`: a timer has not timed anything yet.
 * - `METRIC_OPTION_INVALID`: a name, an amount or a limit is none.
 * - `METRIC_UNKNOWN`: there is no metric of that name.
 */
export type MetricsErrorCode =
  'METRIC_EXISTS' | 'METRIC_NO_VALUE' | 'METRIC_OPTION_INVALID' | 'METRIC_UNKNOWN';

/** What metrics refuse. Branch on `code`; messages may change. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  readonly code: MetricsErrorCode;

  constructor(code: MetricsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

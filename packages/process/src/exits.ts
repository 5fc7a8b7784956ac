import type { Delivery } from './delivery.ts';
import { ended } from './diagnostics.ts';
import type { Completer } from './futures/completer.ts';
import type { Future } from './futures/future.ts';
import type { Pid } from './pid.ts';
import type { ProcessCell } from './process-cell.ts';
import { ProcessError } from './process-error.ts';
import type { ProcessTable } from './process-table.ts';
import type { RuntimeSettings } from './runtime-options.ts';
import { RemoteLinks } from './transport/links.ts';

/** Tells whoever is linked to a process, or waits for it, of its end. */
export class Exits {
  readonly #settings: RuntimeSettings;
  readonly #table: ProcessTable;
  readonly #delivery: Delivery;
  readonly #remoteLinks = new RemoteLinks();

  constructor(settings: RuntimeSettings, table: ProcessTable, delivery: Delivery) {
    this.#settings = settings;
    this.#table = table;
    this.#delivery = delivery;
  }

  /** From here on `linker` hears of the end of `linkee`. Throws `LINK_SELF`. */
  link(linker: ProcessCell, linkee: Pid): void {
    const { address, transport } = this.#settings;
    if (linkee.equals(linker.pid)) {
      throw new ProcessError('LINK_SELF', `${linkee} cannot link to itself`);
    }
    if (linkee.address !== address) {
      this.#remoteLinks.add(linker, linkee);
      if (transport) transport.connect(linkee.address);
      else this.disconnected(linkee.address);
      return;
    }
    const cell = this.#delivery.find(linkee);
    if (cell) (cell.detailed().linkers ??= new Set()).add(linker);
    else this.tell(linker, linkee);
  }

  /** Completes `waiter` with true when the process has ended; with false in time. Throws `DELAY_INVALID`. */
  wait(cell: ProcessCell, waiter: Completer<boolean>, timeoutMs?: number): Future<boolean> {
    (cell.detailed().waiters ??= []).push(waiter);
    const future = waiter.future.onDiscard(() => waiter.discard());
    if (timeoutMs !== undefined) {
      const timer = this.#settings.clock.after(timeoutMs, () => waiter.set(false));
      future.onAny(() => timer.cancel());
    }
    return future;
  }

  /** Tells `linker` that `pid` has ended. */
  tell(linker: ProcessCell, pid: Pid, reason?: Error): void {
    if (!linker.ended) this.#delivery.enqueue(linker, { type: 'exited', pid, reason });
  }

  /**
   * The order matters: the exits are queued before the id is free, and the id is free before a
   * waiter hears of it, so that whoever waited can spawn it again and nobody misses the exit.
   */
  ended(cell: ProcessCell, reason: Error | undefined): void {
    // Whoever is linked hears of it, and has more to say: one crash is one line.
    const { linkers, waiters } = cell.details ?? {};
    const level = linkers?.size ? 'debug' : 'error';
    const { pid } = cell;
    if (reason)
      this.#settings.logger[level]({ pid: `${pid}`, err: reason }, 'process ended by a failure');
    if (ended.hasSubscribers) ended.publish({ pid, reason });
    for (const linker of linkers ?? []) this.tell(linker, pid, reason);
    this.#remoteLinks.forget(cell);
    this.#table.remove(cell);
    for (let event = cell.mailbox.remove(); event; event = cell.mailbox.remove()) {
      this.#delivery.bury('process-ended', cell, event);
    }
    for (const waiter of waiters ?? []) waiter.set(true);
  }

  /** The connection to `address` broke: whatever is linked to there has ended, as far as we know. */
  disconnected(address: string): void {
    for (const { linker, linkee } of this.#remoteLinks.take(address)) this.tell(linker, linkee);
  }
}

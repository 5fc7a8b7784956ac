import { ZooKeeper } from '../client/zookeeper.ts';
import type { ConnectionSettings } from '../client/zookeeper-options.ts';
import { hasCode } from '../errors.ts';
import type { SessionStatus } from '../protocol/session-state.ts';

/** A client whose sessions follow each other: when one expires, the next is opened. */
export class RenewedClient {
  readonly #settings: ConnectionSettings;
  readonly #onRenewed: () => void;
  #client: ZooKeeper;

  /** @param onRenewed called when the next session is being opened: watches of the one before are gone */
  constructor(settings: ConnectionSettings, onRenewed: () => void) {
    this.#settings = settings;
    this.#onRenewed = onRenewed;
    this.#client = this.#open();
  }

  /** That of the present session. Ask for it anew with each operation. */
  get current(): ZooKeeper {
    return this.#client;
  }

  #open(): ZooKeeper {
    const { url, authentication, ...settings } = this.#settings;
    return new ZooKeeper({
      ...settings,
      servers: url,
      ...(authentication && { authentication }),
      onStatus: (status) => this.#onStatus(status),
    });
  }

  #onStatus(status: SessionStatus): void {
    const isExpired = status.type === 'ended' && hasCode(status.error, 'ZOOKEEPER_SESSION_EXPIRED');
    if (!isExpired || this.#settings.runtime.isClosed) return;
    void this.#client.close();
    this.#client = this.#open();
    this.#onRenewed();
  }
}

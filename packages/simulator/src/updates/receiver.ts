import { AcknowledgeOperationStatusMessage, UpdateOperationStatusMessage } from '@quorate/messages';
import { Process } from '@quorate/process';
import type { Chance } from '../chance.ts';

/** Who receives status updates: it acknowledges each as often as it comes, if it is not silent. */
export class Receiver extends Process {
  readonly #chance: Chance;
  readonly #silentPermille: () => number;

  constructor(chance: Chance, silentPermille: () => number) {
    super({ id: 'receiver' });
    this.#chance = chance;
    this.#silentPermille = silentPermille;
  }

  protected override initialize(): void {
    this.install(UpdateOperationStatusMessage, (_from, { status, operationUuid }) => {
      if (this.#chance.permille(this.#silentPermille())) return;
      if (!status.uuid || !operationUuid) throw new Error('an update without its uuids');
      const message = { statusUuid: status.uuid, operationUuid };
      this.reply(AcknowledgeOperationStatusMessage, message);
    });
  }
}

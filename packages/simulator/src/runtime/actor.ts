import { Process } from '@quorate/process';
import type { MessageType, Pid } from '@quorate/process';
import type { BoundedMailboxes } from './checkers/bounded-mailboxes.ts';
import type { ActorRecord, Ledger, NoteRecord } from './ledger.ts';

/** A message between runtimes. */
const Note: MessageType<NoteRecord> = {
  typeName: 'Note',
  encode: (note) => new TextEncoder().encode(JSON.stringify(note)),
  decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as NoteRecord,
};

/** An actor of a simulated runtime: whatever happens to it goes into the ledger. */
export class Actor extends Process {
  declare readonly self: Pid<Actor>;
  readonly record: ActorRecord;
  readonly #ledger: Ledger;
  readonly #mailboxes: BoundedMailboxes;

  constructor(ledger: Ledger, mailboxes: BoundedMailboxes, record: ActorRecord) {
    super({
      id: record.name,
      handlers: record.isSerialized ? 'serialized' : 'interleaved',
      overflow: record.overflow,
      ...(record.limit !== undefined && { mailboxLimit: record.limit }),
    });
    this.#ledger = ledger;
    this.#mailboxes = mailboxes;
    this.record = record;
  }

  /** Answers at once. */
  answer(from: string, id: number): number {
    this.#mailboxes.begun(this.record, 'answer');
    this.#ledger.serving(this.record, from, id);
    this.#ledger.servedTo(this.record);
    return id;
  }

  /** Answers after a while. */
  async ponder(from: string, id: number, ms: number): Promise<number> {
    this.#mailboxes.begun(this.record, 'ponder');
    this.#ledger.serving(this.record, from, id);
    await this.runtime.after(ms);
    this.#ledger.servedTo(this.record);
    return id;
  }

  /** Does something as this actor. */
  act(action: (actor: Actor) => void): void {
    this.#mailboxes.begun(this.record, 'act');
    action(this);
  }

  noteTo(to: Pid): void {
    const id = this.#ledger.nextId();
    this.send(to, Note, { id, from: this.record.name, era: this.#ledger.era });
  }

  watch(to: Pid, target: ActorRecord | undefined): void {
    if (this.#ledger.isLinked(this.record, to)) return;
    this.#ledger.linked(this.record, to, target);
    this.link(to);
  }

  /** @returns cancels it, if it has not fired yet */
  setTimer(ms: number): () => void {
    const { clock } = this.runtime;
    const record = this.#ledger.timer(this.record, clock.now() + ms);
    const timer = this.delay(ms, () => this.#ledger.fired(record, clock.now()));
    return () => {
      if (timer.cancel()) record.isCancelled = true;
    };
  }

  protected override initialize(): void {
    this.install(Note, (_from, note) => this.#ledger.noted(this.record, note));
  }

  protected override exited(pid: Pid): void {
    this.#ledger.exited(this.record, pid);
  }

  protected override finalize(): void {
    this.record.hasEnded = true;
  }
}

import type { DeadLetter, ProcessSnapshot, Runtime } from '@quorate/process';
import type { ActorRecord, Violate } from '../ledger.ts';

/** However many events wait. */
const ALL = { eventsMax: Infinity };

/** What was asked of an actor under one name, and what came of it. */
interface Offers {
  readonly actor: ActorRecord;
  offered: number;
  begun: number;
  /** Dead letters. */
  lost: number;
}

/**
 * A mailbox holds no more than it may, and refuses nothing before it is full; what does not fit becomes a
 * dead letter, and each is counted (T5).
 */
export class BoundedMailboxes {
  readonly #violate: Violate;
  /** By actor and name. */
  readonly #offers = new Map<string, Offers>();
  readonly #actors = new Map<string, ActorRecord>();
  /** Dead letters of full mailboxes that were heard of. */
  readonly #overflows = new Map<Runtime, number>();

  constructor(violate: Violate) {
    this.#violate = violate;
  }

  /** A runtime begins. */
  watch(runtime: Runtime): void {
    this.#overflows.set(runtime, 0);
    runtime.deadLetters.subscribe((letter) => this.#lost(runtime, letter));
  }

  spawned(actor: ActorRecord): void {
    this.#actors.set(actor.name, actor);
  }

  /** A method of an actor is called. */
  offering(actor: ActorRecord, method: string): void {
    this.#offersOf(actor, method).offered++;
  }

  /** It is being served. */
  begun(actor: ActorRecord, method: string): void {
    this.#offersOf(actor, method).begun++;
  }

  /** Looks into all mailboxes of a runtime. */
  look(runtime: Runtime): void {
    for (const process of runtime.processes(ALL)) {
      const limit = this.#actors.get(process.id)?.limit ?? Infinity;
      const waiting = waitingIn(process);
      if (waiting <= limit) continue;
      this.#say(`${waiting} events wait for ${process.id}, whose mailbox holds ${limit}`);
    }
  }

  /** A program has ended, with all that was in it. */
  forget(runtime: Runtime): void {
    this.#overflows.delete(runtime);
    for (const [key, { actor }] of this.#offers) {
      if (actor.runtime === runtime) this.#offers.delete(key);
    }
    for (const [name, actor] of this.#actors) {
      if (actor.runtime === runtime) this.#actors.delete(name);
    }
  }

  /** Nothing waits any more. */
  atRest(): void {
    for (const [key, { offered, begun, lost }] of this.#offers) {
      if (offered === begun + lost) continue;
      this.#say(`${key}: ${offered} calls, of which ${begun} were served, ${lost} dead letters`);
    }
    for (const [runtime, heard] of this.#overflows) {
      const counted = runtime.deadLetters.count('mailbox-full');
      if (counted === heard) continue;
      this.#say(
        `${heard} dead letters of full mailboxes in ${runtime.address}, ${counted} counted`,
      );
    }
  }

  #lost(runtime: Runtime, { reason, to, type, name }: DeadLetter): void {
    const actor = this.#actors.get(to.id);
    if (actor && type === 'dispatch' && name !== undefined) this.#offersOf(actor, name).lost++;
    if (reason !== 'mailbox-full') return;
    this.#overflows.set(runtime, (this.#overflows.get(runtime) ?? 0) + 1);
    const process = runtime.processes(ALL).find(({ id }) => id === to.id);
    const waiting = process ? waitingIn(process) : 0;
    const limit = actor?.limit ?? Infinity;
    if (waiting >= limit) return;
    this.#say(`${to.id} is full with ${waiting} events that wait, and holds ${limit}`);
  }

  #offersOf(actor: ActorRecord, method: string): Offers {
    const key = `${method} of ${actor.name}`;
    const known = this.#offers.get(key);
    if (known) return known;
    const offers: Offers = { actor, offered: 0, begun: 0, lost: 0 };
    this.#offers.set(key, offers);
    return offers;
  }

  #say(text: string): void {
    this.#violate('bounded-mailboxes', text);
  }
}

/** Calls and messages: the limit is none for what the system itself has to say. */
function waitingIn({ events }: ProcessSnapshot): number {
  return events.filter(({ type }) => type === 'DISPATCH' || type === 'MESSAGE').length;
}

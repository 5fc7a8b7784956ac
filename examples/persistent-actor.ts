// An actor whose state is folded from a log. Every change is an event, appended to the log before it
// is applied and before anybody hears of it; a new actor reads the log and is where the old one was. An
// actor that was superseded finds its next append refused, and ends.

import assert from 'node:assert/strict';
import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Process, Runtime } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { run } from './support/run.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';
import { toBytes, toText } from './support/text.ts';

/** Something that has happened to an account. */
interface AccountEvent {
  readonly type: 'deposited' | 'withdrawn';
  readonly amount: number;
}

/** What an account is after an event: all there is to know of it, and no more than arithmetic. */
function apply(balance: number, { type, amount }: AccountEvent): number {
  return type === 'deposited' ? balance + amount : balance - amount;
}

/** Serialized: a change waits until the one before is durable, so that each sees what it is made of. */
class AccountProcess extends Process {
  declare readonly self: Pid<AccountProcess>;
  readonly #log: Log;
  readonly #writer;
  #balance = 0;
  #eventsFolded = 0;

  constructor(log: Log) {
    super({ id: 'account', handlers: 'serialized' });
    this.#log = log;
    this.#writer = log.writer();
  }

  /** Takes the lead, then folds what all before it have written. */
  async recover(): Promise<number> {
    const election = await this.#writer.start();
    if (election.type !== 'elected') throw new Error('another one leads; try again');
    for await (const { data } of this.#log.reader().entries()) {
      this.#balance = apply(this.#balance, JSON.parse(toText(data)) as AccountEvent);
      this.#eventsFolded++;
    }
    return this.#eventsFolded;
  }

  deposit(amount: number): Promise<number> {
    return this.#change({ type: 'deposited', amount });
  }

  withdraw(amount: number): Promise<number> {
    if (amount > this.#balance) throw new Error(`cannot withdraw ${amount} of ${this.#balance}`);
    return this.#change({ type: 'withdrawn', amount });
  }

  balance(): number {
    return this.#balance;
  }

  async #change(event: AccountEvent): Promise<number> {
    try {
      await this.#writer.append(toBytes(JSON.stringify(event)));
    } catch (error) {
      // Whether it was written is for the next one to find out, from the log.
      this.runtime.terminate(this.self);
      throw error;
    }
    return (this.#balance = apply(this.#balance, event));
  }
}

run(() =>
  withTemporaryFolder(async (path) => {
    const first = await open(path);
    assert.equal(await first.runtime.dispatch(first.account, 'recover'), 0);
    const changes = [40, 60].map((amount) =>
      first.runtime.dispatch(first.account, 'deposit', amount),
    );
    for (const change of changes) console.log(`deposited: ${await change}`);
    console.log(`withdrawn: ${await first.runtime.dispatch(first.account, 'withdraw', 30)}`);
    await assert.rejects(
      async () => first.runtime.dispatch(first.account, 'withdraw', 1000),
      /cannot withdraw 1000 of 70/,
    );
    await first.log.close();
    await first.runtime.close();

    const second = await open(path);
    const folded = await second.runtime.dispatch(second.account, 'recover');
    const balance = await second.runtime.dispatch(second.account, 'balance');
    console.log(`a new actor, from ${folded} events: ${balance}`);
    assert.deepEqual([folded, balance], [3, 70]);
    await second.log.close();
    await second.runtime.close();
  }),
);

async function open(path: string) {
  const runtime = new Runtime();
  const options = { runtime, quorum: 1, autoInitialize: true } as const;
  const log = await Log.open({ ...options, storage: levelStorage({ path }) });
  return { runtime, log, account: runtime.spawn(new AccountProcess(log)) };
}

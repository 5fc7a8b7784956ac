import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Pid, Process } from '@quorate/process';
import type { MessageType } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { Network } from '../src/network.ts';
import type { WatchMode } from '../src/network-process.ts';

let world: VirtualRuntime;
let network: Network;
const pid1 = new Pid('log-replica(1)', 'elsewhere:1');
const pid2 = new Pid('log-replica(1)', 'elsewhere:2');

beforeEach(() => {
  world = virtualRuntime();
  network = new Network(world.runtime);
});
afterEach(async () => {
  await world.runtime.close();
});

/** A message type that counts how often it is encoded. */
class TextType implements MessageType<string> {
  readonly typeName: string;
  encoded = 0;
  constructor(typeName: string) {
    this.typeName = typeName;
  }
  encode(message: string): Uint8Array {
    this.encoded++;
    return new TextEncoder().encode(message);
  }
  decode(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes);
  }
}

class EchoProcess extends Process {
  readonly heard: string[] = [];
  readonly senders: string[] = [];
  readonly #question: TextType;
  readonly #answer: TextType;

  constructor(question: TextType, answer: TextType) {
    super({ idPrefix: 'echo' });
    this.#question = question;
    this.#answer = answer;
  }

  protected override initialize(): void {
    this.install(this.#question, (from, text) => {
      this.heard.push(text);
      this.senders.push(from.toString());
      if (text.endsWith('?')) this.send(from, this.#answer, `${text} ${this.self.id}`);
    });
  }
}

describe('NetworkTest', () => {
  test('Watch: every mode resolves with the right size, at once or when it comes true', async () => {
    expect(await expectReady(network.watch(1))).toBe(0);
    expect(await expectReady(network.watch(2, 'not-equal-to'))).toBe(0);
    expect(await expectReady(network.watch(0, 'greater-than-or-equal-to'))).toBe(0);
    expect(await expectReady(network.watch(1, 'less-than'))).toBe(0);

    network.add(pid1);
    expect(await expectReady(network.watch(1, 'equal-to'))).toBe(1);

    const growing = network.watch(1, 'greater-than');
    await world.clock.settle();
    expect(growing.isPending).toBe(true);
    network.add(pid2);
    expect(await expectReady(growing)).toBe(2);

    const shrinking = network.watch(1, 'less-than-or-equal-to');
    await world.clock.settle();
    expect(shrinking.isPending).toBe(true);
    network.remove(pid2);
    expect(await expectReady(shrinking)).toBe(1);
  });
});

describe('Network', () => {
  test.each<[WatchMode, number, number[]]>([
    ['equal-to', 1, [1]],
    ['not-equal-to', 1, [0, 2]],
    ['less-than', 1, [0]],
    ['less-than-or-equal-to', 1, [0, 1]],
    ['greater-than', 1, [2]],
    ['greater-than-or-equal-to', 1, [1, 2]],
  ])('mode %s of %i holds for the sizes %j of 0, 1, 2', async (mode, size, holding) => {
    for (const [actual, members] of [[], [pid1], [pid1, pid2]].entries()) {
      network.set(members);
      const watching = network.watch(size, mode);
      await world.clock.settle();
      expect([actual, watching.isReady]).toEqual([actual, holding.includes(actual)]);
      watching.discard();
    }
  });

  test('a watch is discarded promptly', async () => {
    const watching = network.watch(2, 'equal-to');
    await world.clock.settle();
    watching.discard();
    await expectDiscarded(watching);
  });

  test('a watch that is discarded before it was served ends discarded, too', async () => {
    const watching = network.watch(2, 'equal-to');
    watching.discard();
    await expectDiscarded(watching);
  });

  test('a member that is given twice counts once', async () => {
    network.set([pid1, new Pid(pid1.id, pid1.address)]);
    network.add(pid1);
    expect(await expectReady(network.watch(1, 'equal-to'))).toBe(1);
    expect(network.members.map(String)).toEqual([pid1.toString()]);
  });

  test('a broadcast is encoded once and asks the members of that moment', async () => {
    const question = new TextType('question');
    const answer = new TextType('answer');
    const echoes = [1, 2, 3].map(() => new EchoProcess(question, answer));
    const pids = echoes.map((echo) => world.runtime.spawn(echo));
    network.set(pids.slice(0, 2));
    const broadcasting = network.broadcast(question, 'who?', answer);
    network.add(pids[2] ?? pid1);
    const replies = await expectReady(broadcasting);
    expect(question.encoded).toBe(1);
    const texts = [];
    for (const { member, response } of replies) {
      texts.push([member.id, await expectReady(response)]);
    }
    expect(texts).toEqual([
      ['echo(1)', 'who? echo(1)'],
      ['echo(2)', 'who? echo(2)'],
    ]);
    expect(echoes.map(({ heard }) => heard.length)).toEqual([1, 1, 0]);
  });

  test('a filter chooses among the members', async () => {
    const question = new TextType('question');
    const answer = new TextType('answer');
    const echoes = [1, 2].map(() => new EchoProcess(question, answer));
    const pids = echoes.map((echo) => world.runtime.spawn(echo));
    network.set(pids);
    const replies = await expectReady(
      network.broadcast(question, 'who?', answer, ({ id }) => id === 'echo(2)'),
    );
    expect(replies.map(({ member }) => member.id)).toEqual(['echo(2)']);
  });

  test('a message goes to every member, from a pid that is not empty', async () => {
    const question = new TextType('question');
    const echo = new EchoProcess(question, new TextType('answer'));
    network.add(world.runtime.spawn(echo));
    await expectReady(network.broadcastMessage(question, 'news'));
    await world.clock.settle();
    expect(echo.heard).toEqual(['news']);
    expect(echo.senders).toEqual(['log-network(1)@node-1']);
  });

  test('closing fails what is watched and every later call', async () => {
    const watching = network.watch(2, 'equal-to');
    await world.clock.settle();
    await expectReady(network.close());
    await expectFailed(watching, 'NETWORK_CLOSED');
    await expectFailed(network.watch(0, 'equal-to'), 'NETWORK_CLOSED');
    const question = new TextType('question');
    await expectFailed(network.broadcast(question, 'who?', question), 'NETWORK_CLOSED');
    await expectFailed(network.broadcastMessage(question, 'news'), 'NETWORK_CLOSED');
    network.add(pid1);
    await expectReady(network.close());
  });

  test('a watch discarded after completion stays ready', async () => {
    const watching = network.watch(0, 'equal-to');
    await expectReady(watching);
    expect(watching.discard()).toBe(false);
  });

  test('a member that ends stays a member', async () => {
    const echo = new EchoProcess(new TextType('q'), new TextType('a'));
    const pid = world.runtime.spawn(echo);
    network.add(pid);
    world.runtime.terminate(pid);
    await world.clock.settle();
    expect(network.size).toBe(1);
  });
});

import { expect, test } from '@jest/globals';
import { type MessageType, type Pid, Process } from '@quorate/process';
import { expectPending, expectReady, virtualCluster } from '@quorate/process/testing';

const TEXT: MessageType<string> = {
  typeName: 'test.Text',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
};

class Listener extends Process {
  readonly heard: string[] = [];

  constructor() {
    super({ id: 'listener' });
    this.install(TEXT, (_from, text) => {
      this.heard.push(text);
      this.reply(TEXT, text);
    });
  }
}

function start() {
  const cluster = virtualCluster({ nodes: 2 });
  const listener = new Listener();
  const [near, far] = cluster.runtimes;
  if (!near || !far) throw new Error('two nodes were asked for');
  const to: Pid<Listener> = far.spawn(listener);
  const say = (...texts: string[]): void => {
    for (const text of texts) near.send(to, TEXT, text);
  };
  return { ...cluster, near, listener, to, say };
}

test('drop loses every message that matches until it is cancelled', async () => {
  const { filters, clock, listener, say } = start();
  const rule = filters.drop({ name: TEXT, toAddress: 'node-2' });
  say('a', 'b');
  rule.cancel();
  say('c');
  await clock.settle();
  expect(listener.heard).toEqual(['c']);
});

test('dropNext loses one message and tells which; a response can be dropped as well', async () => {
  const { filters, clock, listener, near, to } = start();
  const dropped = filters.dropNext({ name: 'test.Text', from: to });
  const unanswered = near.request(to, TEXT, 'asked', TEXT);
  await expectPending(unanswered, clock);
  expect((await expectReady(dropped)).to.id).toMatch(/^__req_res__/);
  expect(listener.heard).toEqual(['asked']);
  expect(await expectReady(near.request(to, TEXT, 'again', TEXT))).toBe('again');
});

test('next sees a message and lets it pass', async () => {
  const { filters, clock, listener, to, say } = start();
  const seen = filters.next({ to });
  say('a');
  expect(TEXT.decode((await expectReady(seen)).body)).toBe('a');
  await clock.settle();
  expect(listener.heard).toEqual(['a']);
});

test('hold keeps messages back; release delivers them, in another order if told so', async () => {
  const { filters, clock, listener, say } = start();
  const held = filters.hold({ name: TEXT });
  say('a', 'b', 'c');
  await clock.settle();
  expect([held.messages.length, listener.heard]).toEqual([3, []]);
  held.release((messages) => [...messages].reverse().slice(0, 2));
  say('d');
  await clock.settle();
  expect(listener.heard).toEqual(['c', 'b', 'd']);
});

test('a message that no rule matches passes, and clear ends all rules', async () => {
  const { filters, clock, listener, say } = start();
  filters.drop({ name: 'test.Other' });
  filters.drop({ fromAddress: 'node-9' });
  say('a');
  filters.drop({});
  say('b');
  filters.clear();
  say('c');
  await clock.settle();
  expect(listener.heard).toEqual(['a', 'c']);
});

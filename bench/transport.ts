// What messages between two programs cost: `npm run bench:transport -- [--json] [--short]`. Bodies of 100
// bytes over loopback, as libprocess' HTTP and as frames, beside a bare socket with the same frames.
// See README.md.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readOptions } from './support/options.ts';
import { openRaw } from './support/raw-wire.ts';
import { printReport } from './support/report.ts';
import type { ReportRow } from './support/report.ts';
import { openRuntime } from './support/runtime-wire.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { ACK_EVERY, BODY } from './support/wire.ts';
import type { Wire, WireKind } from './support/wire.ts';

const KINDS: readonly WireKind[] = ['raw', 'plain', 'upgraded', 'secret'];
/** Messages that may be under way. */
const WINDOW = 16 * ACK_EVERY;

interface Subject {
  readonly kind: WireKind;
  readonly wire: Wire;
  readonly rates: number[];
  readonly p50sUs: number[];
  readonly p99sUs: number[];
}

/** Messages a second that arrived, as many under way as the window has. */
async function throughput(wire: Wire, windowMs: number): Promise<number> {
  const startedAt = performance.now();
  let acked = 0;
  let sent = WINDOW;
  await new Promise<void>((resolve) => {
    wire.onAck = (): void => {
      acked += ACK_EVERY;
      if (performance.now() - startedAt < windowMs) {
        sent += ACK_EVERY;
        wire.send(ACK_EVERY);
      } else if (acked === sent) {
        resolve();
      }
    };
    wire.send(WINDOW);
  });
  return (acked / (performance.now() - startedAt)) * 1000;
}

/** Of round trips, one at a time, in microseconds. */
async function latencies(wire: Wire, windowMs: number): Promise<readonly number[]> {
  const found: number[] = [];
  const startedAt = performance.now();
  for (let now = startedAt; now - startedAt < windowMs;) {
    await wire.ping();
    const before = now;
    now = performance.now();
    found.push((now - before) * 1000);
  }
  return found;
}

async function measure(subject: Subject, windowMs: number): Promise<void> {
  subject.rates.push(await throughput(subject.wire, windowMs));
  const found = await latencies(subject.wire, windowMs);
  subject.p50sUs.push(percentile(found, 50));
  subject.p99sUs.push(percentile(found, 99));
}

async function open(kind: WireKind): Promise<Subject & { readonly stop: () => Promise<void> }> {
  const program = fork(join(__dirname, 'support', 'transport-program.ts'), [kind]);
  const [address] = (await once(program, 'message')) as [string];
  const wire = await (kind === 'raw' ? openRaw(address) : openRuntime(address, kind));
  const stop = async (): Promise<void> => {
    await wire.close();
    program.disconnect();
    await once(program, 'exit');
  };
  return { kind, wire, rates: [], p50sUs: [], p99sUs: [], stop };
}

function rowOf({ kind, rates, p50sUs, p99sUs }: Subject, raw: Subject): ReportRow {
  const rate = median(rates);
  return {
    bench: 'messages',
    wire: kind,
    bytes: BODY.length,
    opsPerSecond: Math.round(rate),
    ofRaw: rounded(rate / median(raw.rates)),
    roundTripP50Us: rounded(median(p50sUs)),
    roundTripP99Us: rounded(median(p99sUs)),
  };
}

async function main(): Promise<void> {
  const { json, short } = readOptions();
  const [rounds, windowMs] = short ? [1, 200] : [7, 1000];
  const subjects = await Promise.all(KINDS.map(open));
  const [raw] = subjects;
  if (!raw) return;
  for (const subject of subjects) await throughput(subject.wire, windowMs); // warm up
  // All in every round: what else the machine does changes by the second.
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) await measure(subject, windowMs);
  }
  printReport(
    subjects.map((subject) => rowOf(subject, raw)),
    json,
  );
  for (const { stop } of subjects) await stop();
}

void main();

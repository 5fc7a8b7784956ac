import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { BIN } from './run-cli.ts';

/** Addresses that nobody listens on at the moment. */
export async function freeAddresses(count: number): Promise<readonly string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const addresses = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return addresses;
}

const running = new Set<ChildProcess>();

/** `quorate log replica --json …` as a program of its own. */
export class ReplicaProgram {
  readonly ended: Promise<{ readonly exitCode: number | null; readonly stderr: string }>;
  readonly #child: ChildProcess;
  readonly #events: string[] = [];
  #stderr = '';
  #onEvent = (): void => undefined;

  /** @param limit what the shell is told before, such as `ulimit -f 64` */
  constructor(argv: readonly string[], limit = 'true') {
    const command = [process.execPath, BIN, 'log', 'replica', '--json', ...argv];
    this.#child = spawn('sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this.#child);
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#stderr += data.toString();
      this.#onEvent();
    });
    if (this.#child.stdout) {
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        this.#events.push(line);
        this.#onEvent();
      });
    }
    this.ended = once(this.#child, 'close').then((end) => {
      running.delete(this.#child);
      this.#onEvent();
      return { exitCode: end[0] as number | null, stderr: this.#stderr };
    });
  }

  /** Ready when it has told of an event of this name, with these fields. */
  until(event: string, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const wanted = Object.entries({ ...fields, event });
    return this.#until(() =>
      this.#events.some((line) => {
        const told = JSON.parse(line) as Record<string, unknown>;
        return wanted.every(([name, value]) => told[name] === value);
      }),
    );
  }

  /** Ready when it has warned of something in these words. */
  untilLogged(text: string): Promise<void> {
    return this.#until(() => this.#stderr.includes(text));
  }

  async #until(isTold: () => boolean): Promise<void> {
    while (!isTold()) {
      const next = new Promise<void>((resolve) => (this.#onEvent = resolve));
      const end = await Promise.race([next, this.ended]);
      if (end) throw new Error(`it ended with ${end.exitCode}: ${end.stderr}`);
    }
  }

  get lastEvent(): unknown {
    return JSON.parse(this.#events.at(-1) ?? 'null') as unknown;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

/** For `afterEach`. */
export async function killReplicas(): Promise<void> {
  const ended = [...running].map((child): Promise<unknown> => once(child, 'close'));
  running.forEach((child) => child.kill('SIGKILL'));
  await Promise.all(ended);
}

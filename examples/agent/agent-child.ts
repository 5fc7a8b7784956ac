import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Durability } from './durability.ts';

const ROOT = join(__dirname, '..', '..');
/** Starts several times faster than ts-node. */
const REGISTER = join(ROOT, 'scripts', 'dev-register.cjs');
const PROGRAM = join(__dirname, 'agent-program.ts');

/** How a program ended. */
export interface ChildEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The agent, as an operating system's process of its own. */
export class AgentChild {
  readonly channel: ChildProcess;
  /** Resolves when it is gone, and nothing more can come from it. */
  readonly ended: Promise<ChildEnd>;

  private constructor(child: ChildProcess) {
    this.channel = child;
    const disconnected = new Promise((resolve) => child.once('disconnect', resolve));
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode, signal) => {
        void disconnected.then(() => resolve({ exitCode, signal }));
      });
    });
  }

  static start(workDirectory: string, durability: Durability): AgentChild {
    const options = ['--dir', workDirectory, '--durability', durability];
    const child = spawn(process.execPath, ['-r', REGISTER, PROGRAM, ...options], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    return new AgentChild(child);
  }

  /** As a loss of power does to a program: it is not asked, and gets no time. */
  async kill(): Promise<ChildEnd> {
    this.channel.kill('SIGKILL');
    return this.ended;
  }
}

import type { CliOutput } from './cli-io.ts';

/** Text is handed to the system in pieces of about this size. */
const CHUNK_LENGTH = 64 * 1024;

/** Collects lines, so that a long log does not cost one system call each. */
export class TextWriter {
  readonly #output: CliOutput;
  #pending = '';

  constructor(output: CliOutput) {
    this.#output = output;
  }

  async line(text: string): Promise<void> {
    this.#pending += `${text}\n`;
    if (this.#pending.length >= CHUNK_LENGTH) await this.flush();
  }

  /** To be called at the end. */
  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (text !== '') await this.#output.write(text);
  }
}

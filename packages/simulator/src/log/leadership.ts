/** How long nothing may be acknowledged, until another node takes over. */
const TAKE_OVER_MS = 2_000;

/**
 * Which node of a group is meant to write. Another one takes over when nothing was acknowledged for
 * some time, as masters do: a group whose leader is down goes on. Times in milliseconds.
 */
export class Leadership {
  #leader = 0;
  #renewedMs = 0;

  /** A node is meant to write from now on. */
  assign(node: number, nowMs: number): void {
    this.#leader = node;
    this.#renewedMs = nowMs;
  }

  /** Something was acknowledged. */
  renew(nowMs: number): void {
    this.#renewedMs = nowMs;
  }

  isHeldBy(node: number): boolean {
    return node === this.#leader;
  }

  /** Whether a node that could write is meant to: it takes over where nobody has for too long. */
  claim(node: number, nowMs: number): boolean {
    if (nowMs - this.#renewedMs > TAKE_OVER_MS) this.assign(node, nowMs);
    return this.isHeldBy(node);
  }
}

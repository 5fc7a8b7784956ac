// Run by transport.ts: serves the wire of a kind, and tells its parent where.

import { serveRaw } from './raw-wire.ts';
import { serveRuntime } from './runtime-wire.ts';
import type { WireKind } from './wire.ts';

async function main(kind: WireKind): Promise<void> {
  const { address } = await (kind === 'raw' ? serveRaw() : serveRuntime(kind));
  process.send?.(address);
  process.on('disconnect', () => process.exit());
}

void main(process.argv[2] as WireKind);

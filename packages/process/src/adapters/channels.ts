/** A channel of `node:diagnostics_channel`. */
export interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

interface DiagnosticsChannels {
  channel(name: string): Channel;
}

interface Host {
  readonly process?: { getBuiltinModule?(name: string): unknown };
}

const SILENT: Channel = { hasSubscribers: false, publish: () => undefined };

// Asked for and not imported: browsers have no such module, and bundlers would look for it.
const channels = (globalThis as Host).process?.getBuiltinModule?.('node:diagnostics_channel') as
  DiagnosticsChannels | undefined;

/** The channel of this name; outside Node one that nobody subscribes to. */
export function diagnosticsChannel(name: string): Channel {
  return channels?.channel(name) ?? SILENT;
}

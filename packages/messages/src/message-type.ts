/** What a transport needs to know about a message; `@quorate/process` declares the same shape. */
export interface MessageType<M> {
  /** Full proto name, for example `mesos.internal.log.PromiseRequest`. */
  readonly typeName: string;
  encode(message: M): Uint8Array;
  decode(bytes: Uint8Array): M;
}

/**
 * What the runtime needs to know of a message: its name on the wire and how to turn it into bytes
 * and back. Codecs of `@quorate/messages` satisfy it, and so does any object of this shape.
 */
export interface MessageType<M> {
  /** The full name the message travels under, for example `mesos.internal.log.PromiseRequest`. */
  readonly typeName: string;
  encode(message: M): Uint8Array;
  /** Throws when the bytes are not a message of this type. */
  decode(bytes: Uint8Array): M;
}

import {
  LearnedMessage,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import type { Message } from '@quorate/process';

/** A message between replicas, decoded. */
export type LogMessage =
  | { readonly type: 'promise-request'; readonly message: PromiseRequest }
  | { readonly type: 'promise-response'; readonly message: PromiseResponse }
  | { readonly type: 'write-request'; readonly message: WriteRequest }
  | { readonly type: 'write-response'; readonly message: WriteResponse }
  | { readonly type: 'recover-request'; readonly message: RecoverRequest }
  | { readonly type: 'recover-response'; readonly message: RecoverResponse }
  | { readonly type: 'learned'; readonly message: LearnedMessage };

/** Undefined for messages that are not a replica's. */
export function decodeLogMessage({ name, body }: Message): LogMessage | undefined {
  switch (name) {
    case PromiseResponse.typeName:
      return { type: 'promise-response', message: PromiseResponse.decode(body) };
    case WriteResponse.typeName:
      return { type: 'write-response', message: WriteResponse.decode(body) };
    case RecoverResponse.typeName:
      return { type: 'recover-response', message: RecoverResponse.decode(body) };
    case RecoverRequest.typeName:
      return { type: 'recover-request', message: RecoverRequest.decode(body) };
    case PromiseRequest.typeName:
      return { type: 'promise-request', message: PromiseRequest.decode(body) };
    case WriteRequest.typeName:
      return { type: 'write-request', message: WriteRequest.decode(body) };
    case LearnedMessage.typeName:
      return { type: 'learned', message: LearnedMessage.decode(body) };
    default:
      return undefined;
  }
}

/** The value of an action as text that is equal iff the values are. */
export function valueOf(action: {
  readonly append?: { readonly bytes: Uint8Array };
  readonly truncate?: { readonly to: number };
}): string {
  if (action.append) return `append ${new TextDecoder().decode(action.append.bytes)}`;
  return action.truncate ? `truncate to ${action.truncate.to}` : 'nop';
}

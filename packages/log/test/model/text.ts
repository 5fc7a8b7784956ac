import type { Action, PromiseResponse, RecoverResponse, WriteResponse } from '@quorate/messages';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import type { Relabelling } from './relabelling.ts';

// States are compared by texts of all that can make a difference later.

/** What an action writes; of an append, whose it is. */
export function valueText({ type, append }: Action, names?: Relabelling): string {
  if (type === undefined) return '-';
  if (type !== 'append') return type;
  const owner = append?.bytes[0] ?? 0;
  return `v${names?.of(owner) ?? owner}`;
}

export function actionText(action: Action, names: Relabelling): string {
  const { position, promised, performed, learned } = action;
  // What is promised about a value that cannot change any more makes no difference.
  if (learned === true) return `${position}!${valueText(action, names)}`;
  return `${position}:${promised}.${performed ?? ''}${valueText(action, names)}`;
}

export function inputText(input: AcceptorInput, names: Relabelling): string {
  switch (input.type) {
    case 'promise':
      return `P${input.request.proposal}@${input.request.position ?? ''}`;
    case 'write': {
      const { proposal, position } = input.request;
      return `W${proposal}@${position}${valueText({ ...input.request, promised: proposal }, names)}`;
    }
    case 'learned':
      return `L${actionText(input.action, names)}`;
    case 'recover': {
      const { replicaId, incarnation, startToken, reserve, reserveBy } = input.request ?? {};
      if (replicaId === undefined) return 'R';
      if (reserveBy !== undefined)
        return `R${names.text(replicaId)}?${reserve}${names.text(reserveBy)}`;
      return `R${names.text(replicaId)}#${incarnation}${names.text(startToken ?? '')}`;
    }
    default:
      return input.type;
  }
}

/** An answer, as far as whoever counts it can tell it from others. */
export function answerText(
  answer: PromiseResponse | WriteResponse | RecoverResponse,
  names: Relabelling,
): string {
  const fields: Partial<PromiseResponse & WriteResponse & RecoverResponse> = answer;
  const { type, status, proposal, position, action, begin, end, promised, incarnation } = fields;
  const lives = (fields.known ?? []).map((life) => names.life(life)).sort();
  const parts = [type, status, proposal, position, begin, end, promised, incarnation];
  return `${parts.map((part) => part ?? '').join('.')}${action ? actionText(action, names) : ''}[${lives.join()}]`;
}

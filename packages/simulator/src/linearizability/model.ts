/**
 * What an object does when its operations come one after the other. A history is linearizable if
 * its operations can be put in such an order, each between its invocation and its return.
 *
 * States are values: `step` makes a new one and changes nothing. Strings, numbers, booleans and
 * `null` are compared and hashed as they are; other states need `equal`, and a search through many
 * of them is quicker with `hash`. `undefined` is no state.
 */
export interface Model<State, Input, Output> {
  readonly initial: State;
  /**
   * The state after an operation; `undefined` if in this state it could not have returned this.
   *
   * @param output undefined if it is not known: then it is the state that the operation brings about
   */
  step(state: State, input: Input, output: Output | undefined): State | undefined;
  /**
   * Whether an operation that returned this leaves every state as it is, wherever it could have
   * returned it. Not needed, but makes a search much quicker: there is one place less to choose.
   */
  isRead?(input: Input, output: Output): boolean;
  /** Default: `Object.is`. */
  equal?(one: State, other: State): boolean;
  /** Any 32-bit integer, the same for equal states. */
  hash?(state: State): number;
  /**
   * Names the part of the state that an operation reads and writes, such as a key. Parts that do not
   * depend on each other are searched one by one, each from `initial`: the work is their sum, not
   * their product. Default: all is one.
   */
  partition?(input: Input): string;
  /** An operation as people write it, such as `read → 3`; the output is undefined if not known. */
  describe(input: Input, output: Output | undefined): string;
}

/**
 * Freezes plain data all the way down. What the registrar hands out is what it will store next:
 * an operation that changed it in place would get past every check and every rollback.
 *
 * Bytes stay writable: JavaScript cannot freeze them.
 */
export function deepFreeze<T>(data: T): T {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return data;
  if (Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const value of data instanceof Map ? data.values() : Object.values(data)) deepFreeze(value);
  return data;
}

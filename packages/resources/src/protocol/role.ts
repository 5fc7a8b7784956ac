/** Whose resources are nobody's. */
export const UNRESERVED_ROLE = '*';

/** Tab, line feed, vertical tab, form feed, carriage return, space and delete. */
const INVALID_CHARACTER = /[\t\n\v\f\r \x7f]/;

/**
 * Why a role is not one; undefined if it is. Roles are `*` or a path of names: `eng/backend`.
 * (Mesos src/common/roles.cpp)
 */
export function roleProblem(role: string): string | undefined {
  if (role === UNRESERVED_ROLE) return undefined;
  if (role === '') return 'a role must not be empty';
  for (const component of role.split('/')) {
    const problem = componentProblem(component);
    if (problem !== undefined) return `role ${JSON.stringify(role)} must not ${problem}`;
  }
  return undefined;
}

function componentProblem(component: string): string | undefined {
  if (component === '') return 'begin or end with a slash, or have two in a row';
  if (component === '.' || component === '..' || component === UNRESERVED_ROLE) {
    return `have the component ${JSON.stringify(component)}`;
  }
  if (component.startsWith('-')) return 'have a component that begins with a dash';
  if (INVALID_CHARACTER.test(component)) return 'hold white space or a delete character';
  return undefined;
}

/** Whether a role lies below another: `eng/backend` below `eng`. No role lies below itself. */
export function isStrictSubroleOf(role: string, ancestor: string): boolean {
  return role.startsWith(`${ancestor}/`);
}

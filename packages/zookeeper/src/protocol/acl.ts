/** Who may do what with a znode. */
export interface Acl {
  /** The sum of the bits of `Permission`. */
  readonly permissions: number;
  /** How `id` is to be understood: `world`, `auth`, `digest`, `ip` … */
  readonly scheme: string;
  readonly id: string;
}

/** The bits of an `Acl`. */
export const Permission = { read: 1, write: 2, create: 4, delete: 8, admin: 16, all: 31 } as const;

/** Anyone may do anything: of whoever does not authenticate. */
export const OPEN_ACL_UNSAFE: readonly Acl[] = [
  { permissions: Permission.all, scheme: 'world', id: 'anyone' },
];

/** Anyone may read, and whoever creates the znode may do anything: needs authentication. */
export const EVERYONE_READ_CREATOR_ALL: readonly Acl[] = [
  { permissions: Permission.read, scheme: 'world', id: 'anyone' },
  { permissions: Permission.all, scheme: 'auth', id: '' },
];

/** As above, and anyone may create children. */
export const EVERYONE_CREATE_AND_READ_CREATOR_ALL: readonly Acl[] = [
  { permissions: Permission.create | Permission.read, scheme: 'world', id: 'anyone' },
  { permissions: Permission.all, scheme: 'auth', id: '' },
];

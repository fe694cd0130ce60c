import type { Person, Role } from '@/domain/person';
import type { people } from '../schema';

export type PersonRow = typeof people.$inferSelect;

/** Who looks: administrators see everybody's e-mail address, others only their own. */
export type Viewer = { readonly id: string | null; readonly role: Role };

export const presentPerson = (row: PersonRow, viewer: Viewer): Person => ({
  id: row.id,
  name: row.name,
  email: viewer.role === 'admin' || viewer.id === row.id ? row.email : null,
  role: row.role,
  credit: row.credit,
  disabled: row.disabledAt !== null,
  erased: row.erasure !== null,
  createdAt: row.createdAt.toISOString(),
});

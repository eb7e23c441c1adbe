import type { DraftPart } from './part.ts'

/** What a person may do with a shared draft. */
export type Role = 'owner' | 'drafter' | 'reviewer' | 'reader'

export const ROLES = ['owner', 'drafter', 'reviewer', 'reader'] as const satisfies readonly Role[]

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value)
}

/** Whether a role may change a part of a draft; everyone who is let in may read all of it. */
export function mayWrite(role: Role, part: DraftPart): boolean {
  switch (role) {
    case 'owner':
    case 'drafter':
      return true
    case 'reviewer':
      return part === 'review'
    case 'reader':
      return false
  }
}

/** Rights as a table: a role has rights, a use case asks for one and gets a proof or nothing. */
export const roles = ['system', 'organizer', 'administrator', 'reviewer', 'auditor', 'reporter'] as const
export type Role = (typeof roles)[number]

export type Right =
  | 'questions.read'
  | 'questions.write'
  | 'questions.review'
  | 'contests.write'
  | 'contests.approve'
  | 'integrity.review'
  | 'standings.export'
  | 'exports.approve'
  | 'activities.write'
  | 'campaigns.write'
  | 'people.write'
  | 'people.approve'
  | 'audit.read'

/**
 * What is not written here is not allowed. The system administrator runs people and accounts and no contest; who
 * proposes and who approves may hold the same right, but never be the same person (core/account/approval.ts).
 */
export const rightsOf: Record<Role, readonly Right[]> = {
  system: ['people.write', 'people.approve', 'contests.approve', 'exports.approve', 'audit.read'],
  organizer: [
    'contests.write',
    'contests.approve',
    'integrity.review',
    'standings.export',
    'exports.approve',
    'activities.write',
    'campaigns.write',
  ],
  administrator: ['questions.read', 'questions.write', 'questions.review'],
  reviewer: ['questions.read', 'questions.review'],
  auditor: ['audit.read', 'exports.approve', 'people.approve'],
  reporter: ['activities.write'],
}

declare const proven: unique symbol
/** Somebody who was found to have right R. Only `allow` makes one. */
export type Allowed<R extends Right> = Person & { readonly [proven]: R }

export interface Person {
  id: number
  roles: readonly Role[]
  /** Coarse address of the request that they made; for the audit log. */
  from?: string
}

export const has = (person: { id?: number; roles: readonly Role[] }, right: Right): boolean =>
  person.roles.some(role => rightsOf[role].includes(right))

export const allow = <R extends Right>(person: Person | null, right: R): Allowed<R> | null =>
  person && has(person, right) ? (person as Allowed<R>) : null

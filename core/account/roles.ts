/** Rights as a table: a role has rights, a use case asks for one and gets a proof or nothing. */
export type Role = 'system' | 'administrator' | 'organizer'
export type Right =
  | 'questions.write'
  | 'contests.write'
  | 'standings.export'
  | 'people.write'
  | 'activities.write'
  | 'campaigns.write'

export const rightsOf: Record<Role, readonly Right[]> = {
  system: [
    'questions.write',
    'contests.write',
    'standings.export',
    'people.write',
    'activities.write',
    'campaigns.write',
  ],
  administrator: ['questions.write'],
  organizer: ['contests.write', 'standings.export', 'activities.write', 'campaigns.write'],
}

declare const proven: unique symbol
/** Somebody who was found to have right R. Only `allow` makes one. */
export type Allowed<R extends Right> = Person & { readonly [proven]: R }

export interface Person {
  id: number
  roles: readonly Role[]
}

export const has = (person: Person, right: Right): boolean => person.roles.some(role => rightsOf[role].includes(right))

export const allow = <R extends Right>(person: Person | null, right: R): Allowed<R> | null =>
  person && has(person, right) ? (person as Allowed<R>) : null

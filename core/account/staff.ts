/** Logins and passwords of staff. Citizens have neither. */
import { type Role, roles } from './roles.ts'

/** Length is what makes a password strong; no rule asks for signs (NIST SP 800-63B). */
export const passwordLengths = { least: 12, most: 200 }
/** A set-up link for a colleague may lie in a mailbox for a week. */
export const setupLinkLife = 7 * 86_400_000
/** The first account holds what there is, until there are colleagues to share it with. */
export const firstRoles: readonly Role[] = roles.filter(role => role !== 'reporter')

/** @returns the login in its one spelling (lower case), or null: 3–40 of a–z, 0–9, dot, hyphen, underscore */
export function normalLogin(written: string): string | null {
  const login = written.normalize('NFKC').trim().toLowerCase()
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(login) ? login : null
}

/** After five wrong passwords in a row one more may be tried each minute. */
export const freeTries = 5
export const triesPause = 60_000

export const mustWait = (failures: { count: number; last: number } | undefined, now: number): boolean =>
  failures !== undefined && failures.count >= freeTries && now - failures.last < triesPause

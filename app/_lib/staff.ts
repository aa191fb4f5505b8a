/** Staff pages: who may see them. Somebody else is sent to the sign-in, or finds nothing. */
import { notFound, redirect } from 'next/navigation'
import { type Allowed, allow, type Person, type Right } from '#core/account/roles'
import type { Locale } from '#core/locale'
import { paths } from './paths.ts'
import { signedIn } from './session.ts'

/** @param here where to come back to after signing in @returns the proof of the right */
export async function staffWith<R extends Right>(locale: Locale, right: R, here: string): Promise<Allowed<R>> {
  const who = await signedIn()
  if (!who) redirect(paths.staffSignIn(locale, here))
  if (who.awaitsFactor) redirect(paths.staffFactor(locale, here))
  return allow(who.account, right) ?? notFound()
}

/** Somebody with a role, whichever it is. */
export async function anyStaff(locale: Locale, here: string): Promise<Person> {
  const who = await signedIn()
  if (!who) redirect(paths.staffSignIn(locale, here))
  if (who.awaitsFactor) redirect(paths.staffFactor(locale, here))
  return who.account.roles.length > 0 ? who.account : notFound()
}

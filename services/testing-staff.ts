/** Staff for tests: with an authenticator app set up, and a session that has given its code. */
import { type Allowed, allow, type Right, type Role } from '#core/account/roles'
import { insertAccount } from '#db/account'
import { noteFactor, noteFactorGiven, putFactor } from '#db/factor'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { openSessionOf, type SignedIn, sessionOf, staffLife } from './session.ts'
import { freshSecret } from './totp.ts'

export interface TestStaff {
  id: number
  publicId: string
  login: string
  /** Of a session with all rights of the roles, fresh for grave acts. */
  token: string
  who: SignedIn
  /** Base32: `codeAt(secret, step)` gives codes. */
  secret: string
  /** The proof of a right that the roles give; throws for one they do not. */
  may<R extends Right>(right: R): Allowed<R>
}

let made = 0

/** @param given the login is a new one unless named; `passwordHash` only where the test signs in with the password */
export async function staffWith(
  rt: Runtime,
  roles: Role[],
  given: { login?: string; name?: string; passwordHash?: string } = {},
): Promise<TestStaff> {
  const login = given.login ?? `staff-${++made}`
  const account = { publicId: publicId(), login, name: given.name ?? login, roles }
  const secret = freshSecret()
  const now = rt.clock.now()
  const id = await rt.storage.atomically(async tx => {
    const id = await insertAccount(tx, { ...account, passwordHash: given.passwordHash ?? null, createdAt: now })
    await putFactor(tx, { accountId: id, secretCipher: rt.secrets.encrypt(secret), createdAt: now })
    await noteFactor(tx, id, { confirmedAt: now })
    return id
  })
  const token = await staffSession(rt, id)
  const who = await sessionOf(rt, token)
  if (!who) throw new Error('A fresh session is not known')
  return {
    ...{ id, publicId: account.publicId, login, token, who, secret },
    may: right => {
      const allowed = allow({ id, roles, from: 'local' }, right)
      if (!allowed) throw new Error(`${roles.join()} may not ${right}`)
      return allowed
    },
  }
}

/** One more session of an account. @param factorAt when its code was given: just now */
export async function staffSession(rt: Runtime, accountId: number, factorAt = rt.clock.now()): Promise<string> {
  const token = await openSessionOf(rt, accountId)
  const half = await sessionOf(rt, token)
  await rt.storage.atomically(tx =>
    noteFactorGiven(tx, half?.sessionId ?? 0, { factorAt, expiresAt: factorAt + staffLife }),
  )
  return token
}

/** The phones that staff play with themselves: proven with a code, and never drawn nor awarded. */
import { maskedPhone, normalPhone } from '#core/account/phone'
import type { Person } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { insidersOf, putInsider } from '#db/draw'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { takeCode } from './sign-in.ts'

/** As the person themselves sees it: 138****8000. */
export interface OwnPhone {
  phone: string
  addedAt: number
}

export const ownPhones = async (rt: Runtime, staff: Person): Promise<OwnPhone[]> =>
  (await insidersOf(rt.storage.read, staff.id)).map(({ shown, addedAt }) => ({ phone: shown, addedAt }))

/**
 * Somebody of the staff states a phone that they play with. The code shows that it is theirs: nobody can shut somebody
 * else out. Only another organizer takes it off again (services/claim-desk.ts).
 * @returns refusals: phone-invalid, code-wrong
 */
export async function stateOwnPhone(
  rt: Runtime,
  staff: Person,
  given: { phone: string; code: string; browser: string | undefined },
): Promise<Outcome<null>> {
  const phone = normalPhone(given.phone)
  if (!phone) return no('phone-invalid', { where: 'phone' })
  const { browser } = given
  if (browser === undefined) return no('code-wrong', { where: 'code' })
  const phoneIndex = rt.secrets.blindIndex(phone)
  const addedAt = rt.clock.now()
  return rt.storage.atomically(async tx => {
    if (!(await takeCode(rt, tx, phoneIndex, { code: given.code, browser }))) return no('code-wrong', { where: 'code' })
    const own = { note: '', accountId: staff.id, addedBy: staff.id, addedAt }
    await putInsider(tx, { phoneIndex, shown: maskedPhone(phone), ...own })
    await record(tx, { at: addedAt, actor: staff, action: 'insider.own', subject: 'insiders' })
    return yes(null)
  })
}

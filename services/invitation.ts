/** Who is invited to a contest: phones, kept by their blind index alone, so that the list can be read by nobody. */
import { normalPhone } from '#core/account/phone'
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { contestBySlug } from '#db/contest'
import { clearInvitations, countInvitations, invite } from '#db/entry'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'

type Organizer = Allowed<'contests.write'>

export interface Invited {
  /** Phones on the list now. */
  count: number
  /** Lines that are no phone, as they were written, at most ten. */
  unreadable: string[]
}

/**
 * Adds phones to the list, or puts them in its place. Nothing is kept when a line cannot be read.
 * @param written one phone a line, or with commas or spaces between @returns refusal: not-found
 */
export async function inviteTo(
  rt: Runtime,
  by: Organizer,
  slug: string,
  { written, replace }: { written: string; replace: boolean },
): Promise<Outcome<Invited>> {
  const lines = written.split(/[\n\r,;，；、\t]+/).filter(line => line.trim() !== '')
  const unreadable = lines.filter(line => normalPhone(line) === null).slice(0, 10)
  const phones = new Set(lines.flatMap(line => normalPhone(line) ?? []))
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    if (!contest) return no('not-found')
    if (unreadable.length > 0) return yes({ count: await countInvitations(tx, contest.id), unreadable })
    const invitedAt = rt.clock.now()
    if (replace) await clearInvitations(tx, contest.id)
    const rows = [...phones].map(phone => ({
      contestId: contest.id,
      phoneIndex: rt.secrets.blindIndex(phone),
      invitedBy: by.id,
      invitedAt,
    }))
    await invite(tx, rows)
    const detail = { phones: phones.size, replace: String(replace) }
    await record(tx, { at: invitedAt, actor: by, action: 'contest.invited', subject: `contest:${slug}`, detail })
    return yes({ count: await countInvitations(tx, contest.id), unreadable: [] })
  })
}

/** @returns refusal: not-found */
export async function invitedTo(rt: Runtime, _by: Organizer, slug: string): Promise<Outcome<number>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest ? yes(await countInvitations(rt.storage.read, contest.id)) : no('not-found')
}

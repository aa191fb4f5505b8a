/** What organizers do after the close of a contest, done to a rehearsal at once: it has no real winner to protect. */
import type { Allowed } from '#core/account/roles'
import * as acts from '#db/board-act'
import type { Db } from '#db/storage'
import { messagesIn } from '#messages/messages'
import type { Runtime } from './runtime.ts'
import { publish, settle } from './winner-list.ts'

type Organizer = Allowed<'contests.write'>

/** Boards that froze before the close move again; in the unit that makes the rehearsal, before anybody stands. */
export async function revealRehearsal(tx: Db, by: Organizer, contestId: number, now: number): Promise<void> {
  const reason = [messagesIn('zh'), messagesIn('en')].map(({ setup }) => setup.rehearsalReveals).join(' ')
  await acts.insertAct(tx, { contestId, act: 'reveal', actorId: by.id, reason, at: now })
}

/**
 * Settles and publishes the awards that the rules promise, as far as they name anybody. A draw waits for a public number
 * of the future, and for phones, which invented people have not.
 */
export async function publishRehearsal(rt: Runtime, by: Organizer, slug: string): Promise<void> {
  for (const kind of ['awards', 'collective'] as const) {
    const settled = await settle(rt, by, slug, kind)
    if (!settled.ok) continue
    const proposal = { payload: { list: settled.value }, proposedBy: by.id }
    await rt.storage.atomically(tx => publish(rt, tx, proposal, by))
  }
}

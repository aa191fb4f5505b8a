/** Sets as products: their words, who uses them, and taking them out of service. */
import type { Allowed } from '#core/account/roles'
import { type Phase, phaseAt } from '#core/contest/phase'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { fact } from '#db/meta'
import { setByPublicId } from '#db/question-set'
import { contestsWith, putRetired, type SetWords, updateSet } from '#db/set-edit'
import { record } from './audit.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'

type Writer = Allowed<'questions.write'>

/** @returns contests that draw from a set, the newest first; refusals: not-found */
export async function contestsOfSet(
  rt: Runtime,
  _allowed: Allowed<'questions.read'>,
  id: string,
): Promise<Outcome<{ slug: string; title: LocalText; phase: Phase }[]>> {
  const set = await setByPublicId(rt.storage.read, id)
  if (!set) return no('not-found')
  const now = rt.clock.now()
  return yes(
    (await contestsWith(rt.storage.read, set.id)).map(contest => ({
      slug: contest.slug,
      title: contest.title,
      phase: phaseAt(contest, now),
    })),
  )
}

/** @returns refusals: not-found */
export async function editSet(rt: Runtime, by: Writer, id: string, words: SetWords): Promise<Outcome<null>> {
  const done = await rt.storage.atomically(async tx => {
    const set = await setByPublicId(tx, id)
    if (!set) return no('not-found')
    await updateSet(tx, set.id, words)
    await record(tx, { at: rt.clock.now(), actor: by, action: 'set.saved', subject: `set:${id}` })
    return yes(null)
  })
  if (done.ok) forgetMoments(rt)
  return done
}

/**
 * Takes a set out of service, or back into it: contests that are over keep it, new ones are not offered it.
 * @returns refusals: not-found, set-handbook, set-in-use (`contest`, with its title: one that is open or announced)
 */
export async function retireSet(rt: Runtime, by: Writer, id: string, retired: boolean): Promise<Outcome<null>> {
  const at = rt.clock.now()
  const done = await rt.storage.atomically(async tx => {
    const set = await setByPublicId(tx, id)
    if (!set) return no('not-found')
    if (retired && set.id === Number(await fact(tx, 'handbook set'))) return no('set-handbook')
    const using = (await contestsWith(tx, set.id)).find(contest => ['open', 'announced'].includes(phaseAt(contest, at)))
    if (retired && using) return no('set-in-use', { contest: using.slug, ...using.title })
    await putRetired(tx, set.id, retired ? { retiredAt: at, retiredBy: by.id } : { retiredAt: null, retiredBy: null })
    await record(tx, { at, actor: by, action: 'set.retired', subject: `set:${id}`, detail: { retired } })
    return yes(null)
  })
  if (done.ok) forgetMoments(rt)
  return done
}

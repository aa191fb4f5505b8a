/** Questions of the bank that ask nearly the same as one that is being written. */
import { setImmediate } from 'node:timers/promises'
import type { Allowed } from '#core/account/roles'
import { letterPairs, similarity } from '#core/bank/similar'
import type { QuestionFace } from '#core/question/question'
import type { WireActed } from '#core/wire-bank'
import { stemsAfter } from '#db/bank'
import type { Runtime } from './runtime.ts'

/** Dice of letter pairs: from here on one of two stems is likely superfluous; a whole bank is checked at 0.8. */
const nearFrom = 0.7
const mostNear = 5
/** Stems read at once: others have their turn in between. */
const atOnce = 2000

/** @param besides the question itself @returns the most alike first */
export async function nearQuestions(
  rt: Runtime,
  _allowed: Allowed<'questions.write'>,
  face: Pick<QuestionFace, 'scenario' | 'stem'>,
  besides: string | null,
): Promise<(WireActed & { alike: number })[]> {
  const asked = letterPairs(askedIn(face))
  if (asked.size < 4) return []
  const near: (WireActed & { alike: number })[] = []
  let after = 0
  for (;;) {
    const rows = await stemsAfter(rt.storage.read, after, atOnce)
    for (const { publicId: id, number, face: other } of rows) {
      const alike = id === besides ? 0 : similarity(asked, letterPairs(askedIn(other)))
      if (alike >= nearFrom) near.push({ id, number, stem: other.stem, alike })
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return near.sort((a, b) => b.alike - a.alike).slice(0, mostNear)
    after = last.id
    await setImmediate()
  }
}

const askedIn = ({ scenario, stem }: Pick<QuestionFace, 'scenario' | 'stem'>): string =>
  `${scenario?.zh ?? ''}${stem.zh}`

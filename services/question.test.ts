/** A question is found in its set, whatever page it stands on. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { setsOfContest } from '#db/contest'
import { fact } from '#db/meta'
import { storeDrafts } from '#db/question'
import { setById } from './question.ts'
import { contestWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
const reader = allow({ id: 1, roles: ['administrator'] }, 'questions.write') as Allowed<'questions.write'>
const drafts = Array.from({ length: 120 }, (_, i) => inventedQuestion(i))

beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

it('shows the page where a question stands now, and the first one for a question that is gone', async () => {
  const contest = await contestWith(site.rt, { drafts })
  const [set] = await setsOfContest(site.rt.storage.read, contest)
  const page = async (question: string) => {
    const found = await setById(site.rt, reader, set?.publicId ?? '', { question })
    if (!found.ok) throw new Error(found.refusal)
    const { shown, page, pages } = found.value
    return [page, pages, shown.some(({ place }) => place === question)]
  }
  expect(await page('q0')).toEqual([1, 3, true])
  expect(await page('q49')).toEqual([1, 3, true])
  expect(await page('q50')).toEqual([2, 3, true])
  expect(await page('q119')).toEqual([3, 3, true])
  expect(await page('q999')).toEqual([1, 3, false])

  const setId = Number(await fact(site.rt.storage.read, 'test set'))
  await site.rt.storage.atomically(tx => storeDrafts(tx, setId, drafts.slice(1), noon))
  expect(await page('q50')).toEqual([1, 3, true])
  expect(await page('q0')).toEqual([1, 3, false])
})

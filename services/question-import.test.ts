import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { dayMs } from '#core/day'
import { insertAccount } from '#db/account'
import { previewById } from './preview.ts'
import { listSets, setById } from './question.ts'
import { commitImport, previewImport } from './question-import.ts'
import { publicId } from './secrets.ts'
import { noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let author: Allowed<'questions.write'>

const administrator = async (login: string): Promise<Allowed<'questions.write'>> => {
  const roles = ['administrator' as const]
  const id = await site.rt.storage.atomically(tx =>
    insertAccount(tx, { publicId: publicId(), login, roles, createdAt: noon }),
  )
  return allow({ id, roles }, 'questions.write') as Allowed<'questions.write'>
}

beforeEach(async () => {
  site = await openTestSite()
  author = await administrator('author')
})
afterEach(() => site.close())

const sheet = [
  '题型,题干,选项A,选项B,选项C,选项D,答案,解析',
  '单选,注册商标的有效期是几年？,五年,十年,二十年,五十年,B,十年。',
  '单选,发明专利权的期限是几年？,十年,十五年,二十年,五十年,E,二十年。',
  '多选,下列哪些是作品？,小说,歌曲,食谱里的配料,照片,A、B、D,',
  '判断,商标可以续展。,,,,,√,可以。',
].join('\n')
const file = (text = sheet, name = '题库.csv') => ({ name, bytes: Uint8Array.from(Buffer.from(text)) })
const words = { name: '企业题', source: '自编', licence: 'CC BY 4.0' }

async function previewed(text = sheet) {
  const preview = await previewImport(site.rt, author, file(text))
  if (!preview.ok) throw new Error(preview.refusal)
  return preview.value
}

it('A preview shows questions and problems, and stores nothing', async () => {
  const preview = await previewed()
  expect(preview).toMatchObject({ rowsIn: 4, good: 3, refused: 1, errors: 1, warnings: 1, sameFile: null })
  expect(preview.problems.map(one => [one.sheet, one.cell, one.code])).toEqual([
    ['题库.csv', 'G3', 'answer-not-option'],
    ['题库.csv', 'H4', 'explanation-missing'],
  ])
  expect(preview.questions[1]).toMatchObject({ place: '题库.csv!4', kind: 'multiple' })
  expect(preview.questions[1]?.options.map(option => option.right)).toEqual([true, true, false, true])
  expect(await listSets(site.rt, author)).toEqual([])
})

it('Storing it makes one set of the good rows, once; rows in, stored and refused add up', async () => {
  const { id } = await previewed()
  const twice = await Promise.all([commitImport(site.rt, author, id, words), commitImport(site.rt, author, id, words)])
  const stored = twice.find(outcome => outcome.ok)
  expect(twice.filter(outcome => outcome.ok)).toHaveLength(1)
  expect(stored).toMatchObject({ value: { rowsIn: 4, stored: 3, refused: 1 } })
  expect(await listSets(site.rt, author)).toMatchObject([{ ...words, questions: 0, states: { draft: 3 } }])
  const set = await setById(site.rt, author, stored?.ok ? stored.value.set : '', 1)
  expect(set).toMatchObject({ ok: true, value: { pages: 1, imports: [{ rowsIn: 4, stored: 3, refused: 1 }] } })
  expect(set.ok && set.value.shown.map(question => question.stem.zh)).toEqual([
    '注册商标的有效期是几年？',
    '下列哪些是作品？',
    '商标可以续展。',
  ])
  expect(await previewById(site.rt, author, id)).toMatchObject({ refusal: 'not-found' })
})

it('The same file again is noticed by its bytes', async () => {
  await commitImport(site.rt, author, (await previewed()).id, words)
  expect((await previewed()).sameFile).toMatchObject({ name: '企业题', at: noon })
  expect((await previewed(`${sheet}\n`)).sameFile).toBeNull()
})

it('A preview is its author’s, for a day', async () => {
  const { id } = await previewed()
  const other = await administrator('other')
  expect(await previewById(site.rt, other, id)).toMatchObject({ refusal: 'not-found' })
  expect(await commitImport(site.rt, other, id, words)).toMatchObject({ refusal: 'not-found' })
  expect(await previewById(site.rt, author, '../../keys')).toMatchObject({ refusal: 'not-found' })
  site.at(dayMs)
  expect(await commitImport(site.rt, author, id, words)).toMatchObject({ refusal: 'not-found' })
})

it('A file without a good row is not stored', async () => {
  const { id, good } = await previewed('题干,答案\n什么？,也许')
  expect(good).toBe(0)
  expect(await commitImport(site.rt, author, id, words)).toMatchObject({ refusal: 'rows-refused' })
})

it('Ten thousand rows are previewed and stored', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `单选,第${i}题问什么？,甲,乙,丙,丁,A,因为甲。`)
  const started = performance.now()
  const preview = await previewed(['题型,题干,选项A,选项B,选项C,选项D,答案,解析', ...rows].join('\n'))
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(preview).toMatchObject({ rowsIn: 10_000, good: 10_000 })
  expect(await commitImport(site.rt, author, preview.id, words)).toMatchObject({ value: { stored: 10_000 } })
})

import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import type { SaidColumns } from '#core/bank/mapping'
import { samePoints } from '#core/contest/size'
import { dayMs } from '#core/day'
import { filterFrom } from '#core/question/filter'
import type { QuestionAction } from '#core/question/state'
import { insertAccount } from '#db/account'
import { replaceContestSets } from '#db/contest'
import { setByPublicId } from '#db/question-set'
import { finishAttempt, startAttempt } from './attempt.ts'
import { idsMatching } from './bank.ts'
import { previewById } from './preview.ts'
import { listSets, setById } from './question.ts'
import { doAct } from './question-act.ts'
import { exportSet } from './question-export.ts'
import { beginImport, mapColumns } from './question-import.ts'
import { commitImport } from './question-store.ts'
import { listBatches, undoBatch } from './question-undo.ts'
import { publicId } from './secrets.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { turnsOfLoop } from './turns.fixture.ts'

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
/** Everything of a set, by one person. */
async function act(by: Allowed<'questions.write'>, action: QuestionAction, set: string): Promise<void> {
  const roles = ['administrator' as const]
  const reader = allow({ id: by.id, roles }, 'questions.read') as Allowed<'questions.read'>
  const questions = await idsMatching(site.rt, reader, filterFrom({ set }))
  const wish = { action, questions, note: '因为' }
  const done = await doAct(site.rt, reader, wish, questions.length)
  if (!done.ok) throw new Error(`${action}: ${done.refusal}`)
}

async function published(set: string): Promise<void> {
  const other = await administrator('reviewer')
  await act(author, 'send', set)
  await act(other, 'approve', set)
  await act(other, 'publish', set)
}

/** A contest of two questions from the set alone, open unless told otherwise. */
async function contestOf(set: string, given: { slug?: string; publishedAt?: null } = {}): Promise<void> {
  const rules = { paper: { total: 2, points: samePoints(5) } }
  const contest = await contestWith(site.rt, { slug: 'one', rules, ...given })
  const id = (await setByPublicId(site.rt.storage.read, set))?.id ?? 0
  await site.rt.storage.atomically(tx => replaceContestSets(tx, contest, [id]))
}

const words = { name: '企业题', owner: '宣传处', source: '自编', licence: 'CC BY 4.0' }
const wish = { ...words, send: false }

/** Uploaded and read. @param set to be updated */
async function read(content: string | Buffer, name = '题库.csv', set: string | null = null) {
  const bytes = Uint8Array.from(Buffer.from(content))
  const begun = await beginImport(site.rt, author, { name, bytes, set })
  return begun.ok ? begun.value.done : begun
}

async function previewed(content: string | Buffer = sheet, name?: string, set?: string) {
  const done = await read(content, name, set ?? null)
  const preview = done.ok ? await previewById(site.rt, author, done.value.id) : done
  if (!preview.ok) throw new Error(preview.refusal)
  return preview.value
}

async function stored(content: string | Buffer = sheet, name?: string, set?: string) {
  const done = await commitImport(site.rt, author, (await previewed(content, name, set)).id, wish)
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

it('A preview shows questions and problems, and stores nothing', async () => {
  const preview = await previewed()
  expect(preview).toMatchObject({ rowsIn: 4, good: 3, refused: 1, errors: 1, warnings: 2, sameFile: null })
  expect(preview.problems.map(one => [one.sheet, one.cell, one.code])).toEqual([
    ['题库.csv', 'G3', 'answer-not-option'],
    ['题库.csv', 'H4', 'explanation-missing'],
    ['题库.csv', 'H1', 'source-nowhere'],
  ])
  expect(preview.questions[1]).toMatchObject({ place: '题库.csv!4', kind: 'multiple' })
  expect(preview.questions[1]?.options.map(option => option.right)).toEqual([true, true, false, true])
  expect(await listSets(site.rt, author)).toEqual([])
})

it('Storing it makes one set of the good rows, once; rows in, stored and refused add up', async () => {
  const { id } = await previewed()
  const twice = await Promise.all([commitImport(site.rt, author, id, wish), commitImport(site.rt, author, id, wish)])
  const stored = twice.find(outcome => outcome.ok)
  expect(twice.filter(outcome => outcome.ok)).toHaveLength(1)
  expect(stored).toMatchObject({ value: { rowsIn: 4, stored: 3, refused: 1 } })
  expect(await listSets(site.rt, author)).toMatchObject([{ name: '企业题', questions: 0, states: { draft: 3 } }])
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
  await commitImport(site.rt, author, (await previewed()).id, wish)
  expect((await previewed()).sameFile).toMatchObject({ name: '企业题', at: noon })
  expect((await previewed(`${sheet}\n`)).sameFile).toBeNull()
})

it('A preview is its author’s, for a day', async () => {
  const { id } = await previewed()
  const other = await administrator('other')
  expect(await previewById(site.rt, other, id)).toMatchObject({ refusal: 'not-found' })
  expect(await commitImport(site.rt, other, id, wish)).toMatchObject({ refusal: 'not-found' })
  expect(await previewById(site.rt, author, '../../keys')).toMatchObject({ refusal: 'not-found' })
  site.at(dayMs)
  expect(await commitImport(site.rt, author, id, wish)).toMatchObject({ refusal: 'not-found' })
})

it('A file without a good row is not stored', async () => {
  const { id, good } = await previewed('题干,答案\n什么？,也许')
  expect(good).toBe(0)
  expect(await commitImport(site.rt, author, id, wish)).toMatchObject({ refusal: 'rows-refused' })
})

it('Ten thousand rows are previewed in ten seconds and stored, and nobody else waits for it', async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `单选,${spelt(i)}问什么？,甲,乙,丙,丁,${'ABCD'[i % 4]},因为甲。`,
  )
  const turns = turnsOfLoop()
  const before = process.cpuUsage()
  const preview = await previewed(['题型,题干,选项A,选项B,选项C,选项D,答案,解析', ...rows].join('\n'))
  const { user, system } = process.cpuUsage(before)
  // Of the whole process: what a person waits for on a machine that does nothing else.
  expect((user + system) / 1000).toBeLessThan(10_000)
  expect(preview).toMatchObject({ rowsIn: 10_000, good: 10_000 })
  expect(await commitImport(site.rt, author, preview.id, wish)).toMatchObject({ value: { stored: 10_000 } })
  const taken = turns().sort((a, b) => a - b)
  expect(taken[Math.floor(taken.length * 0.99)]).toBeLessThan(50)
}, 90_000)

/** Numbers as words, so that no two questions are alike. */
const spelt = (i: number): string =>
  [...String(i * 7919)]
    .map(digit => '甲乙丙丁戊己庚辛壬癸'[Number(digit)])
    .join(String.fromCodePoint(0x4e00 + (i % 9000)))

describe('A set that is there', () => {
  it('is updated by number: only what was edited gets a revision, and what is not in the file stays', async () => {
    const { set } = await stored()
    const csv = await exported(set, 'csv')
    const lines = csv.trimEnd().split('\r\n')
    const edited = [lines[0], lines[1]?.replace('十年。', '自核准之日起十年。'), lines[2]].join('\r\n')
    const preview = await previewed(edited, '改.csv', set)
    expect(preview).toMatchObject({ added: 0, revised: 1, unchanged: 1, target: { id: set }, twinCount: 0 })
    const done = await commitImport(site.rt, author, preview.id, wish)
    expect(done).toMatchObject({ value: { set, rowsIn: 2, stored: 1, revised: 1, unchanged: 1, refused: 0 } })
    const view = await setById(site.rt, author, set, 1)
    expect(view.ok && view.value.shown.map(question => question.explanation.zh)).toEqual([
      '自核准之日起十年。',
      '',
      '可以。',
    ])
  })

  it('gets new questions from rows without a number, and the same file again changes nothing', async () => {
    const { set } = await stored()
    const more = '题干,选项A,选项B,答案\n谁可以申请专利？,发明人,路人,A'
    expect(await stored(more, '加.csv', set)).toMatchObject({ added: 1, revised: 0 })
    expect(await previewed(more, '加.csv', set)).toMatchObject({ added: 0, unchanged: 1, sameFile: { name: '企业题' } })
  })

  it.each(['xlsx', 'csv', 'json', 'gift', 'moodle', 'qti', 'qti3'] as const)(
    'comes back from %s unchanged',
    async format => {
      const { set } = await stored()
      const file = await exportSet(site.rt, author as never, set, format)
      if (!file.ok) throw new Error(file.refusal)
      const back = await previewed(file.value.bytes, file.value.name, set)
      expect(back).toMatchObject({ rowsIn: 3, good: 3, unchanged: 3, added: 0, revised: 0, errors: 0 })
    },
  )
})

async function exported(set: string, format: 'csv' | 'json'): Promise<string> {
  const file = await exportSet(site.rt, author as never, set, format)
  return file.ok ? file.value.bytes.toString() : file.refusal
}

it('A question that is much like one of the bank stands beside it', async () => {
  await stored()
  const preview = await previewed('题干,选项A,选项B,答案\n注册商标的有效期是几年呢？,十年,五年,A')
  expect(preview.twins).toMatchObject([
    { place: '题库.csv!2', setName: '企业题', id: '#2', stem: { zh: '注册商标的有效期是几年？' } },
  ])
  expect(preview.problems.map(problem => problem.code)).toContain('similar')
})

describe('A foreign sheet', () => {
  const foreign = '甲栏,乙栏,丙栏,丁栏\n谁可以申请专利？,发明人,路人,A'
  const columns = { 0: 'stem', 1: 'option 0', 2: 'option 1', 3: 'answer' } as const
  const named = (said: SaidColumns['columns'], headless = false): SaidColumns => ({ columns: said, headless })

  it('asks what its columns hold, and is known the next time', async () => {
    const preview = await previewed(foreign)
    expect(preview).toMatchObject({
      needsColumns: true,
      headings: { headless: false, columns: [{ heading: '甲栏', letter: 'A', target: 'stem' }, {}, {}, {}] },
    })
    expect(await commitImport(site.rt, author, preview.id, wish)).toMatchObject({ refusal: 'not-found' })
    expect(await mapColumns(site.rt, author, preview.id, named({ 0: 'stem' }))).toMatchObject({
      refusal: 'columns-incomplete',
    })
    expect(await mapColumns(site.rt, author, preview.id, named({ ...columns, 2: 'stem' }))).toMatchObject({
      refusal: 'columns-incomplete',
    })
    expect(await mapColumns(site.rt, author, preview.id, named({ ...columns, 9: 'level' }))).toMatchObject({
      refusal: 'columns-incomplete',
    })
    expect(await mapColumns(site.rt, author, preview.id, named(columns))).toMatchObject({ ok: true })
    expect(await previewById(site.rt, author, preview.id)).toMatchObject({
      value: { good: 1, mapped: true, needsColumns: false },
    })
    expect(await previewed(foreign.replace('谁', '什么人'))).toMatchObject({ good: 1, mapped: true })
    author = await administrator('other')
    expect(await previewed(foreign)).toMatchObject({ needsColumns: true })
  })

  it('without headings loses no question: its first row is one, if its reader says so', async () => {
    const odd = '谁可以申请专利？,发明人,路人,甲\n谁可以申请商标？,任何人,外星人,A'
    const preview = await previewed(odd)
    expect(preview).toMatchObject({ needsColumns: true, headings: { headless: false } })
    expect(await mapColumns(site.rt, author, preview.id, named(columns, true))).toMatchObject({ ok: true })
    expect(await previewById(site.rt, author, preview.id)).toMatchObject({
      value: { rowsIn: 2, good: 1, refused: 1, mapped: true, headings: { headless: true } },
    })
    expect(await previewed(`${odd}\n谁可以申请作品登记？,作者,路人,A`)).toMatchObject({
      rowsIn: 3,
      good: 2,
      mapped: true,
    })
    expect(await mapColumns(site.rt, author, preview.id, named(columns))).toMatchObject({ ok: true })
    expect(await previewById(site.rt, author, preview.id)).toMatchObject({ value: { rowsIn: 1, good: 1 } })
  })

  it('without headings is read and stored by itself where its rows leave no doubt', async () => {
    const plain = '单选,谁可以申请专利？,发明人,路人,A,见专利法。\n判断,商标可以续展。,,,对,见商标法。'
    const preview = await previewed(plain)
    expect(preview).toMatchObject({
      needsColumns: false,
      mapped: false,
      rowsIn: 2,
      good: 2,
      headings: { headless: true },
    })
    const stored = await commitImport(site.rt, author, preview.id, wish)
    expect(stored).toMatchObject({ value: { rowsIn: 2, stored: 2, refused: 0 } })
  })
})

/** Everything that a question may have, in both languages. */
const full = {
  format: 'ip-contest/question-set',
  version: 1,
  set: { name: '整套题', owner: '市局宣传处', licence: 'CC BY 4.0', source: '自编，2026' },
  questions: [
    {
      ...{ id: '5.10-7', kind: 'case', level: 4, levelReason: { zh: '要比较两条', en: 'Two articles' }, seconds: 55 },
      ...{ chapter: 5, entry: '5.10', validFrom: '2026-01-01', validTo: '2027-12-31' },
      scenario: { zh: '甲公司注册了商标。', en: 'Company A has a mark.' },
      stem: { zh: '谁可以申请撤销？', en: 'Who may apply?' },
      options: [
        { zh: '任何人', en: 'Anybody', right: true },
        { zh: '只有乙', en: 'Only B', right: false },
      ],
      explanation: { zh: '连续三年不使用。', en: 'Three years without use.' },
      sources: [{ law: 'TmL-2019', article: '49', anchors: ['三年', '任何单位或者个人'] }],
    },
    {
      ...{ id: '=1', kind: 'multiple', level: 1, levelReason: null, seconds: 30, chapter: null, entry: null },
      ...{ validFrom: null, validTo: null, scenario: null, stem: { zh: '哪些是作品？', en: '' } },
      options: ['小说', '歌曲', '配料'].map((zh, at) => ({ zh, en: '', right: at < 2 })),
      ...{ explanation: { zh: '', en: '' }, sources: [] },
    },
    {
      ...{ id: '#3', kind: 'truefalse', level: 5, levelReason: null, seconds: 15, chapter: 1, entry: '1.01' },
      ...{ validFrom: null, validTo: '2030-01-01', scenario: null, stem: { zh: '可以吗？', en: 'May one?' } },
      ...{ answer: false, explanation: { zh: '不可以。', en: 'No.' }, sources: [] },
    },
  ],
}

describe('A set that is taken out whole', () => {
  it.each(['json', 'xlsx', 'csv', 'gift', 'moodle', 'qti', 'qti3'] as const)(
    'as %s is the same where it is loaded, in an installation that never heard of it',
    async format => {
      const there = await load(JSON.stringify(full), '整套.json')
      const before = JSON.parse(await exported(there, 'json'))
      expect(before).toEqual(full)
      const file = await exportSet(site.rt, author as never, there, format)
      if (!file.ok) throw new Error(file.refusal)
      await site.close()
      site = await openTestSite()
      author = await administrator('elsewhere')
      const here = await load(file.value.bytes, file.value.name)
      const after = JSON.parse(await exported(here, 'json'))
      // Chapters and entries are kept only by JSON where nobody knows them; the others tell the questions alone.
      if (format === 'json') expect(after).toEqual(full)
      else expect(after.questions).toEqual(full.questions.map(one => ({ ...one, chapter: null, entry: null })))
      expect(await listSets(site.rt, author)).toMatchObject([
        format === 'json' ? { ...full.set, states: { draft: 3 } } : { states: { draft: 3 } },
      ])
    },
  )
})

/** Stores a file as the set that it says it is. @returns the set's id */
async function load(file: string | Buffer, name: string): Promise<string> {
  const bytes = Uint8Array.from(Buffer.from(file))
  const begun = await beginImport(site.rt, author, { name, bytes, set: null })
  if (!begun.ok || !(await begun.value.done).ok) throw new Error(`${name} was not read`)
  const preview = await previewById(site.rt, author, begun.value.id)
  if (!preview.ok) throw new Error(preview.refusal)
  expect(preview.value.refused).toBe(0)
  const head = preview.value.head ?? words
  const stored = await commitImport(site.rt, author, begun.value.id, { ...head, send: false })
  if (!stored.ok) throw new Error(stored.refusal)
  return stored.value.set
}

describe('A batch', () => {
  it('is taken back as a whole while unused, and its set is gone', async () => {
    const { batch, set } = await stored()
    expect((await listBatches(site.rt, author, 1)).batches).toMatchObject([
      { id: batch, set, stored: 3, undoneAt: null },
    ])
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ value: { count: 3 } })
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ refusal: 'undone-already' })
    expect(await listSets(site.rt, author)).toEqual([])
    expect((await listBatches(site.rt, author, 1)).batches).toMatchObject([{ set: null, undoneAt: noon }])
    expect((await previewed()).sameFile).toBeNull()
    expect(await undoBatch(site.rt, author, publicId())).toMatchObject({ refusal: 'not-found' })
  })

  it('that changed a set leaves it as it was before', async () => {
    const { set } = await stored()
    const before = await exported(set, 'json')
    const { batch } = await stored(before.replace('十年。', '二十年。'), '改.json', set)
    expect(await exported(set, 'json')).not.toBe(before)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ value: { count: 1 } })
    expect(await exported(set, 'json')).toBe(before)
  })

  it('is kept when somebody has changed one of its questions since', async () => {
    const { set, batch } = await stored()
    await stored((await exported(set, 'json')).replace('十年。', '二十年。'), '改.json', set)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ refusal: 'batch-changed', detail: { count: 1 } })
  })

  it('of which a question was on a paper is kept, whatever became of the paper', async () => {
    const { set, batch } = await stored()
    await published(set)
    await contestOf(set)
    const { who } = await citizen(site.rt, '13800138001')
    const started = await startAttempt(site.rt, who, 'one', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ refusal: 'batch-used', detail: { count: 2 } })
    await finishAttempt(site.rt, who, started.value.attempt.id)
    // Retired since: it has been asked all the same.
    await act(author, 'retire', set)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ refusal: 'batch-used', detail: { count: 2 } })
    expect((await listBatches(site.rt, author, 1)).batches).toMatchObject([{ undoneAt: null }])
  })

  it('that a contest draws from, or will, is kept, and the refusal names the contest', async () => {
    const { set, batch } = await stored()
    await published(set)
    await contestOf(set)
    const named = { refusal: 'batch-in-contest', detail: { contest: 'one', zh: '试赛', en: 'Trial', count: 3 } }
    expect(await undoBatch(site.rt, author, batch)).toMatchObject(named)
    site.at(-30 * dayMs)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject(named)
    expect((await setById(site.rt, author, set, 1)).ok).toBe(true)
    // Nobody took the contest, and it is over.
    site.at(30 * dayMs)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ value: { count: 3 } })
  })

  it('that only a draft of a contest names, or that waits for its review, is taken back', async () => {
    const { set, batch } = await stored()
    await contestOf(set)
    expect(await undoBatch(site.rt, author, batch)).toMatchObject({ value: { count: 3 } })
    const again = await stored()
    await published(again.set)
    await contestOf(again.set, { slug: 'draft', publishedAt: null })
    expect(await undoBatch(site.rt, author, again.batch)).toMatchObject({ value: { count: 3 } })
  })

  it('goes to review at once when its author says so', async () => {
    const { id } = await previewed()
    await commitImport(site.rt, author, id, { ...wish, send: true })
    expect(await listSets(site.rt, author)).toMatchObject([{ states: { waiting: 3, draft: 0 } }])
  })
})

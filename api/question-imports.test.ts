import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readXlsx } from '#services/sheet/xlsx'
import { openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
let session = ''

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  session = (await staffWith(site.rt, ['administrator'])).token
})
afterAll(async () => {
  await app.close()
  await site.close()
})

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object | Buffer) {
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', cookie: `__Host-session=${session}`, ...(body && { 'content-type': type }) },
    ...(body && { payload: body }),
  })
  expect(answer.statusCode).toBeLessThan(300)
  return answer
}

const upload = (text: string | Buffer, query = '') =>
  ask('POST', `/question-sets/previews?fileName=%E9%A2%98.txt${query}`, Buffer.from(text))

/** Asks for at most half a minute. */
async function endOf(id: string): Promise<{ stage: string; says?: string }> {
  for (let asked = 0; asked < 300; asked++) {
    const step = (await ask('GET', `/question-sets/previews/${id}/progress`)).json()
    if (step.stage === 'done' || step.stage === 'refused') return step
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The file was never read')
}

const pasted = `一、单选题
1．注册商标的有效期是几年？
Ａ．五年　Ｂ．十年　Ｃ．二十年　Ｄ．五十年
答案：B
解析：自核准注册之日起十年。
2、发明专利权的期限是（ C ）。
A. 十年 B. 十五年 C. 二十年 D. 五十年
3. 谁可以申请专利？
A. 发明人
B. 路人
答案：E
二、判断题
1. 商标可以续展。（ √ ）
`

it('Pasted text is read, stored, listed, taken out as every format and taken back', async () => {
  const begun = await upload(pasted, '&wait=false')
  expect(begun.statusCode).toBe(202)
  const { id } = begun.json()
  expect(await endOf(id)).toMatchObject({ stage: 'done' })
  const preview = (await ask('GET', `/question-sets/previews/${id}`)).json()
  expect(preview).toMatchObject({ format: 'text', rowsIn: 4, good: 3, refused: 1, target: null, needsColumns: false })
  expect(preview.problems[0].says).toBe('题.txt!8：答案“E”不在选项 A–B 中，请改为 A、B 之一。')
  expect(preview.questions.map((question: { kind: string }) => question.kind)).toEqual([
    'single',
    'single',
    'truefalse',
  ])
  const rest = await ask('GET', `/question-sets/previews/${id}/rest`)
  const [sheet] = await readXlsx(rest.rawPayload)
  expect(sheet?.rows).toHaveLength(2)
  expect(sheet?.rows[1]?.cells).toContain('谁可以申请专利？')
  expect(sheet?.rows[1]?.cells.at(-1)).toContain('答案“E”不在选项 A–B 中')
  const stored = (await ask('POST', '/question-sets', { preview: id, name: '粘贴题', owner: '宣传处' })).json()
  expect(stored).toMatchObject({ rowsIn: 4, stored: 3, added: 3, revised: 0, unchanged: 0, refused: 1 })
  for (const format of ['xlsx', 'csv', 'json', 'gift', 'moodle', 'qti', 'qti3']) {
    const file = await ask('GET', `/question-sets/${stored.set}/export?format=${format}`)
    expect((await upload(file.rawPayload, `&set=${stored.set}`)).json()).toMatchObject({ rowsIn: 3, unchanged: 3 })
  }
  const { batches } = (await ask('GET', '/question-imports')).json()
  expect(batches).toMatchObject([{ id: stored.batch, name: '粘贴题', setName: '粘贴题', stored: 3 }])
  expect((await ask('POST', `/question-imports/${stored.batch}/undoing`, {})).json()).toEqual({ count: 3 })
  expect((await ask('GET', '/question-sets')).json().sets).toEqual([])
})

it('A foreign table is read once its columns are named', async () => {
  const { id, needsColumns, headings } = (await upload('甲,乙,丙,丁\n谁可以？,发明人,路人,A')).json()
  expect([needsColumns, headings.columns.length]).toEqual([true, 4])
  const columns = { 0: 'stem', 1: 'option 0', 2: 'option 1', 3: 'answer' }
  expect((await ask('PUT', `/question-sets/previews/${id}/columns`, { columns })).json()).toMatchObject({ good: 1 })
})

it('A table without headings is read from its first row; where it leaves a doubt, that is said with its columns', async () => {
  const plain = '1,谁可以申请专利？,发明人,路人,A\n2,谁可以申请商标？,任何人,外星人,C'
  const read = (await upload(plain)).json()
  expect(read).toMatchObject({ needsColumns: false, rowsIn: 2, good: 1, refused: 1, headings: { headless: true } })
  const rest = await ask('GET', `/question-sets/previews/${read.id}/rest`)
  const [sheet] = await readXlsx(rest.rawPayload)
  expect(sheet?.rows.map(row => row.cells[1])).toEqual(['题干', '谁可以申请商标？'])
  const mended = (await upload(rest.rawPayload)).json()
  expect(mended).toMatchObject({ rowsIn: 1, refused: 1, headings: { headless: false } })
  expect(mended.problems.map((problem: { code: string }) => problem.code)).not.toContain('column-twice')
  const doubtful = (await upload(plain.replace(',A\n', ',甲\n'))).json()
  expect(doubtful).toMatchObject({ needsColumns: true, headings: { headless: false } })
  const columns = { 1: 'stem', 2: 'option 0', 3: 'option 1', 4: 'answer' }
  const path = `/question-sets/previews/${doubtful.id}/columns`
  expect((await ask('PUT', path, { columns, headless: true })).json()).toMatchObject({ rowsIn: 2, refused: 2 })
  expect((await ask('PUT', path, { columns })).json()).toMatchObject({ rowsIn: 1, refused: 1 })
})

it('A refused file says why to the one who waits for it', async () => {
  const { id } = (await upload('%PDF-1.7', '&wait=false')).json()
  expect(await endOf(id)).toMatchObject({ stage: 'refused', says: expect.stringMatching(/^.{8,}$/) })
})

/** A sheet of 10,000 rows, previewed and stored on a site that holds the whole bank; the last line is JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pino from 'pino'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import { beginImport } from '#services/question-import'
import { commitImport } from '#services/question-store'
import { seed } from '#services/seed'
import { workbookBytes } from '#services/sheet/spreadsheet'
import { staffWith } from '#services/testing-staff'

const rows = 10_000
const [, , dataDir = ''] = process.argv
const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const rt = await openRuntime(read.environment, pino({ level: 'error' }))
await seed(rt)
const author = (await staffWith(rt, ['administrator'])).may('questions.write')
const file = await workbook()
// Once, so that code is compiled as in a server that has read a file before.
const first = await beginImport(rt, author, {
  name: 'a.csv',
  bytes: Uint8Array.from(Buffer.from('题干,答案\n可以吗？,对')),
  set: null,
})
if (first.ok) await first.value.done

let id = ''
const preview = await watched(async () => {
  const begun = await beginImport(rt, author, { name: '题库.xlsx', bytes: Uint8Array.from(file), set: null })
  if (!begun.ok) throw new Error(begun.refusal)
  const done = await begun.value.done
  if (!done.ok) throw new Error(done.refusal)
  id = begun.value.id
})
const storing = await watched(async () => {
  const wish = { name: '一万题', owner: '', source: '', licence: '', send: false }
  const stored = await commitImport(rt, author, id, wish)
  if (!stored.ok || stored.value.stored !== rows) throw new Error('Not all of it was stored')
})
await rt.storage.close()
console.log(JSON.stringify({ rows, fileMB: Math.round(file.length / 1e4) / 100, preview, storing }))

async function watched(work: () => Promise<void>) {
  const lag = monitorEventLoopDelay({ resolution: 1 })
  lag.enable()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  lag.disable()
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10
  return { seconds: Math.round(seconds * 100) / 100, lagP99Ms: ms(lag.percentile(99)), lagMaxMs: ms(lag.max) }
}

/** Sixteen columns, texts as long as people's, every row another question. */
function workbook(): Promise<Buffer> {
  const headings = [
    '题型',
    '案例',
    '题干',
    '选项A',
    '选项B',
    '选项C',
    '选项D',
    '答案',
    '解析',
    '难度',
    '法律依据',
    '用时',
  ]
  const english = ['题干（英文）', '选项A（英文）', '选项B（英文）', '解析（英文）']
  const body = Array.from({ length: rows }, (_, at) => {
    const letters = [...`${at * 7919}`].map(digit => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')
    const asked = `第 ${at} 题：某公司的商标${letters}注册满三年没有使用，谁可以申请撤销？`
    const options = [`任何人${letters}`, '只有利害关系人', '只有商标局', '只有法院']
    return [
      '单选',
      '',
      asked,
      ...options,
      'A',
      `见《商标法》第四十九条，${letters}。`,
      '3',
      '《商标法》第四十九条',
      '25',
      `Question ${at}: who may apply?`,
      `Anybody ${at}`,
      'Parties',
      'See the Trademark Law.',
    ]
  })
  return workbookBytes([{ name: '题库', rows: [[...headings, ...english], ...body], widths: [] }])
}

/**
 * Broken files through the whole use case, on a real database: a refused one leaves no row and no file behind, a read one
 * stores exactly what its report says. `FUZZ_STORED=5000` for more of them.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { contentsOf } from '#db/contents.fixture'
import { previewById } from './preview.ts'
import { beginImport, mapColumns } from './question-import.ts'
import { commitImport } from './question-store.ts'
import { undoBatch } from './question-undo.ts'
import { broken, mutant, type Original, originals } from './sheet/mutants.fixture.ts'
import { openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

/** Each file has a worker of its own, a tenth of a second. */
const runs = Number(process.env.FUZZ_STORED ?? 100)

let site: TestSite
let author: Allowed<'questions.write'>
let files: Original[] = []

beforeAll(async () => {
  files = await originals(600)
  site = await openTestSite()
  author = (await staffWith(site.rt, ['administrator'])).may('questions.write')
})
afterAll(() => site.close())

const contents = () => contentsOf(site.rt.storage.read)
const left = () => {
  const folder = join(site.rt.environment.dataDir, 'tmp', 'uploads')
  return existsSync(folder) ? readdirSync(folder) : []
}
const wish = { name: '题', owner: '', source: '', licence: '', send: false }

/** @returns whether the file was read */
async function upload({ name, bytes }: Original): Promise<boolean> {
  const before = await contents()
  const folders = left()
  const begun = await beginImport(site.rt, author, { name, bytes: Uint8Array.from(bytes), set: null })
  if (!begun.ok) throw new Error(begun.refusal)
  const { id, done } = begun.value
  const read = await done
  // Reading stores nothing, whatever comes of it.
  expect(await contents()).toEqual(before)
  if (read.ok) {
    await store(id)
    return true
  }
  expect(left()).toEqual(folders)
  expect(await commitImport(site.rt, author, id, wish)).toMatchObject({ ok: false, refusal: 'not-found' })
  const said = { columns: { 0: 'stem', 1: 'answer' }, headless: true } as const
  expect(await mapColumns(site.rt, author, id, said)).toMatchObject({ ok: false, refusal: 'not-found' })
  expect(await contents()).toEqual(before)
  return false
}

/** What the report says is what the tables hold; taken back, no set is shown. */
async function store(id: string): Promise<void> {
  const preview = await previewById(site.rt, author, id)
  if (!preview.ok) throw new Error(preview.refusal)
  const before = await contents()
  const stored = await commitImport(site.rt, author, id, wish)
  const grown = (await contents()).questions?.rows ?? 0
  if (!stored.ok) {
    expect(preview.value.good).toBe(0)
    expect(await contents()).toEqual(before)
    return
  }
  const { rowsIn, added, refused, batch } = stored.value
  expect(grown - (before.questions?.rows ?? 0)).toBe(added)
  expect(added + refused).toBe(rowsIn)
  expect(await undoBatch(site.rt, author, batch)).toMatchObject({ ok: true, value: { count: added } })
}

it(`of ${runs} broken files, a refused one stores nothing and a read one what it says`, {
  timeout: 60 * 60_000,
}, async () => {
  const seen = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(mutant, async how => {
      seen[(await upload(broken(files, how))) ? 'read' : 'refused']++
    }),
    { numRuns: runs, ...(process.env.FUZZ_SEED && { seed: Number(process.env.FUZZ_SEED) }) },
  )
  expect(seen.read).toBeGreaterThan(0)
  expect(seen.refused).toBeGreaterThan(0)
  console.log(`${seen.refused} refused, ${seen.read} read`)
})

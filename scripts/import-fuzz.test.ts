/**
 * Files as programs write them, broken byte by byte and in their structure: whatever comes, it is read or refused.
 * `npm run fuzz:imports` does 100,000 of them.
 */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { broken, mutant, type Original, originals } from '#services/sheet/mutants.fixture'
import { type Read, readUpload } from '#services/sheet/reading'
import { Refused } from '#services/sheet/refused'
import { jobOf } from '#services/sheet/testing'

const runs = Number(process.env.FUZZ_RUNS ?? 10_000)
/** The longest that one file may take, in milliseconds of the processor. */
const patience = 2000

let files: Original[] = []
beforeAll(async () => {
  files = await originals(180)
})

it(`${runs} broken files are read or refused, each in time`, { timeout: 40 * 60_000 }, async () => {
  const seen = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(mutant, async how => {
      const { name, bytes } = broken(files, how)
      const before = process.threadCpuUsage()
      const found = await readUpload(jobOf(bytes, name)).catch((error: unknown) => error)
      const { user, system } = process.threadCpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(patience)
      if (found instanceof Error) seen.refused++
      else seen.read++
      // A library's own errors mean a broken file; ours would be faults of the reader.
      if (found instanceof Error && !(found instanceof Refused)) expect(found).not.toBeInstanceOf(TypeError)
      if (found instanceof Error && !(found instanceof Refused)) expect(found).not.toBeInstanceOf(RangeError)
      if (found && typeof found === 'object' && 'read' in found) {
        const { rowsIn, drafts, problems } = (found as { read: Read }).read
        const refused = new Set(problems.filter(one => one.severity === 'error').map(one => `${one.sheet}!${one.row}`))
        expect(drafts.length + refused.size).toBe(rowsIn)
        for (const { draft } of drafts) expect(draft.right).toBeLessThan(1 << draft.face.options.length)
      }
      expect(({} as { x?: number }).x).toBeUndefined()
    }),
    { numRuns: runs, ...(process.env.FUZZ_SEED && { seed: Number(process.env.FUZZ_SEED) }) },
  )
  expect(seen.read).toBeGreaterThan(0)
  expect(seen.refused).toBeGreaterThan(0)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesFromThread } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'ip-contest-threads-'))
beforeAll(() => {
  process.env.NODE_COMPILE_CACHE = folder
})
afterAll(() => {
  delete process.env.NODE_COMPILE_CACHE
  rmSync(folder, { recursive: true, force: true })
})

const loaded = async () => String(await bytesFromThread(new URL('./thread.fixture.ts', import.meta.url), null))
const stripper = 'internal/deps/amaro'

it('A thread that was started once before needs no WebAssembly to be started again', async () => {
  expect(await loaded()).toContain(stripper)
  // What it keeps is written when it ends, a moment after its answer.
  for (let tried = 0; tried < 20; tried++) {
    await new Promise(resolve => setTimeout(resolve, 100))
    if (!(await loaded()).includes(stripper)) return
  }
  throw new Error('Every thread strips types anew')
})

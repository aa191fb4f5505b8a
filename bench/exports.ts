/**
 * `npm run bench:exports`: 100,000 standings (`ROWS` for another number) as XLSX and CSV, masked and in full; figures as
 * JSON in the last line. Filling the database is not measured.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnv, serverOptions } from '../scripts/server-options.mjs'

const folder = mkdtempSync(join(tmpdir(), 'contest-exports-'))
const rows = process.env.ROWS ?? '100000'
// Types were stripped and code compiled when the lists are written, as in a server that has started before.
const code = { NODE_COMPILE_CACHE: join(folder, 'code'), ...serverEnv }
const env = { ...process.env, NODE_ENV: 'test' as const, ...code }
/** Each step in a process of its own, so that the memory is that of an export and of nothing else. */
const run = (step: string) =>
  execFileSync(process.execPath, [...serverOptions, join(import.meta.dirname, step), join(folder, 'data'), rows], {
    env,
    stdio: 'inherit',
  })

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
try {
  run('export-fill.ts')
  run('export-child.ts')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * `npm run bench:certificates`: a batch of 1,000 certificates, and files of some of them drawn while others wait;
 * figures as JSON in the last line. Filling the database is not measured.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnv, serverOptions } from '../scripts/server-options.mjs'

const folder = mkdtempSync(join(tmpdir(), 'contest-certificates-'))
const run = (step: string) =>
  execFileSync(process.execPath, [...serverOptions, join(import.meta.dirname, step), join(folder, 'data'), '1000'], {
    env: { ...process.env, ...serverEnv, NODE_ENV: 'test' },
    stdio: 'inherit',
  })

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
try {
  run('export-fill.ts')
  run('certificate-child.ts')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

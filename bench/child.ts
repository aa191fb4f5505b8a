/** Servers as child processes: started, measured from outside, stopped. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Task } from './load.ts'

export interface ServerProcess {
  port: number
  /** CPU seconds so far, of user and system. */
  cpu(): number
  /** The most memory it ever had, in MB. */
  peakMemory(): number
  stop(): Promise<void>
}

/** Clock ticks of /proc per second. */
const ticks = 100

/** @param command Node options, the file and its arguments */
export function startServer(command: string[], env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, MALLOC_ARENA_MAX: '2', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', code => reject(new Error(`${command.join(' ')} ended with ${code}: ${said}`)))
    child.stdout.on('data', chunk => {
      said += chunk
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) resolve(measured(child, Number(port)))
    })
  })
}

function measured(child: ChildProcess, port: number): ServerProcess {
  const proc = (name: string) => readFileSync(join('/proc', String(child.pid), name), 'utf8')
  return {
    port,
    cpu() {
      const fields = proc('stat')
        .replace(/^.*\) /, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) / ticks
    },
    peakMemory: () => Number(/VmHWM:\s+(\d+)/.exec(proc('status'))?.[1]) / 1024,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** The load generator: one process, one task at a time. */
export function openLoad() {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  return {
    run: <T>(task: Task): Promise<T> =>
      new Promise((resolve, reject) => {
        child.once('exit', reject)
        child.once('message', answer => {
          child.off('exit', reject)
          resolve(answer as T)
        })
        child.send(task)
      }),
    stop: () => child.kill(),
  }
}

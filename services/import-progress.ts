/** How far a file is: in memory, for the person who waits before a bar. */
import type { No } from '#core/refusal'
import type { Runtime } from './runtime.ts'

export interface ImportStep {
  stage: 'reading' | 'checking' | 'comparing' | 'storing' | 'done' | 'refused'
  done: number
  total: number
  /** Why a file was refused. */
  no?: No
}

/** Files at a time whose progress is known: older ones are over. */
const mostKept = 100

const stepsIn = (rt: Runtime): Map<string, ImportStep> => {
  const known = rt.memory.get('import progress') as Map<string, ImportStep> | undefined
  const steps = known ?? new Map<string, ImportStep>()
  if (!known) rt.memory.set('import progress', steps)
  return steps
}

export function noteProgress(rt: Runtime, accountId: number, id: string, step: ImportStep): void {
  const steps = stepsIn(rt)
  const key = `${accountId} ${id}`
  steps.delete(key)
  steps.set(key, step)
  const [oldest] = steps.keys()
  if (steps.size > mostKept && oldest !== undefined) steps.delete(oldest)
}

/** @returns null for an unknown or foreign id */
export const progressOf = (rt: Runtime, accountId: number, id: string): ImportStep | null =>
  stepsIn(rt).get(`${accountId} ${id}`) ?? null

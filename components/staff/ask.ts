/** Writes from the staff pages. */
import type { Problem } from '#core/wire'

export type Asked<T> = { ok: true; body: T } | { ok: false; problem: Problem | null }

/** @returns the answer's JSON; a null problem means that no answer came */
export async function ask<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Asked<T>> {
  const answered = await post(method, path, JSON.stringify(body), 'application/json')
  if (!answered.ok) return answered
  const { answer } = answered
  return { ok: true, body: (answer.status === 204 ? {} : await answer.json()) as T }
}

/** The file itself is the body. */
export async function askWithFile<T>(path: string, file: File): Promise<Asked<T>> {
  const answered = await post('POST', path, file, 'application/octet-stream')
  return answered.ok ? { ok: true, body: (await answered.answer.json()) as T } : answered
}

type Post = { ok: true; answer: Response } | { ok: false; problem: Problem | null }

let freshCode: (() => Promise<boolean>) | null = null

/** Who asks the person for a fresh code; says whether one was given. */
export function onFreshNeeded(asker: typeof freshCode): void {
  freshCode = asker
}

/** A request that needs a fresh code is made again once there is one. */
async function post(method: string, path: string, body: BodyInit, type: string): Promise<Post> {
  const send = () => fetch(path, { method, headers: { 'content-type': type }, body }).catch(() => null)
  const first = await outcomeOf(await send())
  if (first.ok || first.problem?.code !== 'second-factor-needed' || !freshCode) return first
  return (await freshCode()) ? outcomeOf(await send()) : first
}

async function outcomeOf(answer: Response | null): Promise<Post> {
  if (answer?.ok) return { ok: true, answer }
  return { ok: false, problem: answer ? ((await answer.json().catch(() => null)) as Problem | null) : null }
}

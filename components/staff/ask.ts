/** Writes from the staff pages. */
import type { Problem } from '#core/wire'

export type Asked<T> = { ok: true; body: T } | { ok: false; problem: Problem | null }

/** @returns the answer's JSON; a null problem means that no answer came */
export async function ask<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Asked<T>> {
  const answer = await post(method, path, JSON.stringify(body), 'application/json')
  return answer?.ok ? { ok: true, body: (await answer.json()) as T } : refused(answer)
}

/** The file itself is the body. */
export async function askWithFile<T>(path: string, file: File): Promise<Asked<T>> {
  const answer = await post('POST', path, file, 'application/octet-stream')
  return answer?.ok ? { ok: true, body: (await answer.json()) as T } : refused(answer)
}

/** Asks for a file and hands it to the browser as a download. */
export async function askForFile(path: string, body: unknown): Promise<Asked<null>> {
  const answer = await post('POST', path, JSON.stringify(body), 'application/json')
  if (!answer?.ok) return refused(answer)
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'list'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return { ok: true, body: null }
}

const post = (method: string, path: string, body: BodyInit, type: string): Promise<Response | null> =>
  fetch(path, { method, headers: { 'content-type': type }, body }).catch(() => null)

async function refused(answer: Response | null): Promise<{ ok: false; problem: Problem | null }> {
  return { ok: false, problem: answer ? ((await answer.json().catch(() => null)) as Problem | null) : null }
}

/** Writes from the account pages, and next-auth's two forms. */
import type { Problem } from '#core/wire'

export type Sent<T> = { ok: true; body: T } | { ok: false; code: string; text: string }

/** JSON to the API. @param offline words for when no answer comes at all */
export async function send<T>(method: 'POST' | 'PUT', path: string, body: unknown, offline: string): Promise<Sent<T>> {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (!answer) return { ok: false, code: 'offline', text: offline }
  if (!answer.ok) return refusalIn(answer, offline)
  return { ok: true, body: (answer.status === 204 ? null : await answer.json()) as T }
}

/** A form to next-auth with its anti-forgery token: 'callback/phone', 'callback/staff', 'signout'. */
export async function sendToAuth(
  action: string,
  fields: Record<string, string>,
  words: { offline: string; refused: string; because?: Record<string, string> },
): Promise<Sent<null>> {
  const answer = await postForm(action, fields).catch(() => null)
  if (!answer) return { ok: false, code: 'offline', text: words.offline }
  if (answer.ok) return { ok: true, body: null }
  if (answer.status !== 401) return refusalIn(answer, words.offline)
  return { ok: false, code: 'refused', text: words.because?.[await reasonIn(answer)] ?? words.refused }
}

async function postForm(action: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  return fetch(`/api/auth/${action}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  })
}

async function refusalIn(answer: Response, otherwise: string): Promise<{ ok: false; code: string; text: string }> {
  const problem = (await answer.json().catch(() => null)) as Problem | null
  return { ok: false, code: problem?.code ?? 'unknown', text: problem?.detail ?? otherwise }
}

/** next-auth puts the reason into an address. */
async function reasonIn(answer: Response): Promise<string> {
  const { url } = ((await answer.json().catch(() => null)) ?? {}) as { url?: string }
  return url ? (new URL(url, window.location.href).searchParams.get('error') ?? '') : ''
}

/** Public pages, rendered once for all who wait and kept ready to be sent. */
import { createHash } from 'node:crypto'
import { type Encoded, encode } from './encoding.ts'
import { pagePolicy } from './headers.ts'
import { inlineScriptHashes } from './inline-scripts.ts'
import type { Answer } from './next.ts'

export interface ReadyPage {
  status: number
  type: string
  location: string | null
  body: Encoded
  etag: string
  policy: string
}

interface Kept {
  page: ReadyPage
  generation: number
  madeAt: number
  bytes: number
}

export interface KeptPages {
  /** @param seconds how old the page may be; up to a minute older it is still shown while a new one is made */
  get(url: string, seconds: number): ReadyPage | Promise<ReadyPage>
  /** What pages show has changed: nothing made before this moment is shown again. */
  changed(): void
}

/** How long after its time a page is still better than waiting, in milliseconds. */
const staleFor = 60_000
/** Only what a stranger sees again: a redirect or an error is nobody's to keep. */
const keepable = new Set([200, 404])

/** @param now monotonic milliseconds @param most pages @param mostBytes of all encodings together */
export function keepPages(options: {
  render: (url: string) => Promise<Answer>
  now: () => number
  most?: number
  mostBytes?: number
}): KeptPages {
  const { render, now, most = 1000, mostBytes = 48_000_000 } = options
  const kept = new Map<string, Kept>()
  const underway = new Map<string, Promise<ReadyPage>>()
  let generation = 0
  let bytes = 0

  const drop = (url: string): void => {
    bytes -= kept.get(url)?.bytes ?? 0
    kept.delete(url)
  }
  const keep = (url: string, page: ReadyPage, since: number): void => {
    drop(url)
    const size = page.body.identity.length + (page.body.br?.length ?? 0) + (page.body.gzip?.length ?? 0)
    kept.set(url, { page, generation: since, madeAt: now(), bytes: size })
    bytes += size
    // The map remembers the order in which pages were made: the oldest go first.
    for (const oldest of kept.keys()) {
      if (kept.size <= most && bytes <= mostBytes) break
      drop(oldest)
    }
  }
  const make = (url: string): Promise<ReadyPage> => {
    const running = underway.get(url)
    if (running) return running
    const since = generation
    const made = render(url)
      .then(answer => readyPage(answer))
      .then(page => {
        if (keepable.has(page.status) && since === generation) keep(url, page, since)
        return page
      })
      .finally(() => {
        if (underway.get(url) === made) underway.delete(url)
      })
    underway.set(url, made)
    return made
  }

  return {
    get(url, seconds) {
      const found = kept.get(url)
      if (!found || found.generation !== generation) return make(url)
      const age = now() - found.madeAt
      if (age <= seconds * 1000) return found.page
      if (age > seconds * 1000 + staleFor) return make(url)
      make(url).catch(() => {})
      return found.page
    },
    changed() {
      generation++
      underway.clear()
    },
  }
}

/** Makes an answer of Next ready to be sent: encodings, tag, and a policy that knows its inline scripts. */
export async function readyPage(answer: Answer, development = false): Promise<ReadyPage> {
  const type = String(answer.headers['content-type'] ?? 'text/html; charset=utf-8')
  const location = answer.headers.location
  return {
    status: answer.status,
    type,
    location: typeof location === 'string' ? location : null,
    body: await encode(answer.body, type),
    etag: `W/"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`,
    policy: pagePolicy(
      type.startsWith('text/html') ? inlineScriptHashes(answer.body.toString('utf8')) : [],
      development,
    ),
  }
}

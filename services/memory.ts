/** Copies in memory: of what never changes (revisions), and of what may be a moment old (counts, pools). */
import type { Runtime } from './runtime.ts'

/** How many ids one cache holds before it starts anew: bounds memory, costs a few reads. */
const mostKept = 5000

/**
 * Values by id that never change once made. Missing ones are loaded together.
 * @returns the values in the order of `ids`; ids that do not exist are left out
 */
export async function everFixed<V>(
  rt: Runtime,
  name: string,
  ids: readonly number[],
  load: (missing: number[]) => Promise<(readonly [number, V])[]>,
): Promise<Map<number, V>> {
  const cache = cacheNamed<number, V>(rt, name)
  const missing = ids.filter(id => !cache.has(id))
  if (missing.length > 0) {
    if (cache.size + missing.length > mostKept) cache.clear()
    for (const [id, value] of await load([...new Set(ids.filter(id => !cache.has(id)))])) cache.set(id, value)
  }
  return new Map(ids.flatMap(id => (cache.has(id) ? [[id, cache.get(id) as V] as const] : [])))
}

/** One value that never changes once it is there; an absent one (null) is looked for again. */
export function neverChanging<V>(
  rt: Runtime,
  name: string,
  key: string,
  load: () => Promise<V | null>,
): V | Promise<V | null> {
  const cache = cacheNamed<string, V>(rt, name)
  return cache.get(key) ?? loadOnce(cache, key, load)
}

async function loadOnce<V>(cache: Map<string, V>, key: string, load: () => Promise<V | null>): Promise<V | null> {
  const value = await load()
  if (cache.size >= mostKept) cache.clear()
  if (value !== null) cache.set(key, value)
  return value
}

interface Kept<V> {
  value: Promise<V>
  until: number
}

/** A value that may be `ms` old. Those who ask while it is being made share the work. */
export function forAMoment<V>(rt: Runtime, name: string, ms: number, make: () => Promise<V>): Promise<V> {
  const cache = cacheNamed<string, Kept<V>>(rt, 'moments')
  const now = performance.now()
  const kept = cache.get(name)
  if (kept && kept.until > now) return kept.value
  if (cache.size > mostKept) cache.clear()
  const value = make()
  cache.set(name, { value, until: now + ms })
  value.catch(() => cache.delete(name))
  return value
}

/** Forgets what may be a moment old, after a write that people expect to see at once. */
export function forgetMoments(rt: Runtime): void {
  cacheNamed(rt, 'moments').clear()
}

function cacheNamed<K, V>(rt: Runtime, name: string): Map<K, V> {
  const found = rt.memory.get(name) as Map<K, V> | undefined
  if (found) return found
  const made = new Map<K, V>()
  rt.memory.set(name, made)
  return made
}

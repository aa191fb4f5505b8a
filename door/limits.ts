/** Token buckets: how often one caller may ask. Soft, since a whole school may sit behind one address. */
interface Bucket {
  tokens: number
  at: number
}

export interface Limit {
  /** Takes one token. @param now milliseconds @returns false when the caller asks too often */
  take(key: string, now: number): boolean
}

/** Full buckets are forgotten after two such spans, in milliseconds: a forgotten bucket is a full one. */
const span = 30_000

/** @param perSecond how fast a bucket fills @param burst how much it holds; must fill within `span` */
export function limit({ perSecond, burst }: { perSecond: number; burst: number }): Limit {
  let young = new Map<string, Bucket>()
  let old = new Map<string, Bucket>()
  let since = 0

  const find = (key: string, now: number): Bucket => {
    const known = young.get(key)
    if (known) return known
    const found = old.get(key) ?? { tokens: burst, at: now }
    young.set(key, found)
    return found
  }
  return {
    take(key, now) {
      if (now - since > span) {
        old = young
        young = new Map()
        since = now
      }
      const bucket = find(key, now)
      bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      if (bucket.tokens < 1) return false
      bucket.tokens--
      return true
    },
  }
}

/** A proxy on this machine, or the machine itself: such an address stands for many. */
export const isLoopback = (ip: string): boolean => ip.startsWith('127.') || ip === '::1' || ip.startsWith('::ffff:127.')

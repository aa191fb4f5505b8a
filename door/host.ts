/** The host rule: only the site's own name is answered, in a local trial only local names. */
import { hostname } from 'node:os'
import { isLocalHost } from '#core/host'
import type { Site } from '#core/site'

const thisMachine = hostname().toLowerCase()

/** A strange name in a local trial is how a page elsewhere reaches into a private network (DNS rebinding). */
export function isOwnHost(siteUrl: string | null, host: string, site: Site): boolean {
  if (siteUrl !== null) return siteUrl.endsWith(`://${host}`)
  return isLocalHost(site.hostname) || site.hostname.toLowerCase() === thisMachine
}

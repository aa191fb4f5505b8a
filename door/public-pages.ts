/** Which pages are the same for everyone, how long each is kept, and which query keys it reads. */
export interface PublicPage {
  pattern: RegExp
  /** How old it may be before the next visitor has it rendered anew. Sooner when `pagesChanged` is called. */
  seconds: number
  query: readonly string[]
}

const slug = '[a-z0-9][a-z0-9.-]{0,79}'
const page = (path: string, seconds: number, query: readonly string[] = []): PublicPage => ({
  pattern: new RegExp(`^/(?:zh|en)${path}$`),
  seconds,
  query,
})

export const publicPages: readonly PublicPage[] = [
  page('', 5),
  page('/contests', 5),
  page(`/contests/${slug}`, 3),
  page(`/contests/${slug}/rules`, 30),
  page(`/contests/${slug}/winners`, 10),
  page(`/contests/${slug}/answers`, 30, ['page']),
  page(`/contests/${slug}/draws/[\\w-]{22}`, 10),
  page(`/contests/${slug}/standings`, 3, ['by', 'region', 'scope', 'view', 'page']),
  page('/standings', 3),
  page('/handbook', 30),
  page('/handbook/glossary', 60),
  page(`/handbook/chapters/${slug}`, 30),
  // Entries begin with their number; a search is another page for each query and is not kept.
  page('/handbook/\\d{1,2}\\.\\d{2}-[a-z0-9-]{1,76}', 30),
  page('/practice', 30, ['mode', 'chapter', 'entry']),
  page(`/contests/${slug}/report`, 30),
  page('/campaigns', 30),
  page(`/campaigns/${slug}`, 30, ['region', 'department', 'day', 'page']),
  page(`/campaigns/${slug}/\\d{1,7}`, 30),
  page(`/screen/(?:contests|campaigns)/${slug}`, 5),
  page('/privacy', 60),
  page('/about', 60),
  // What browsers ask for by themselves; Next makes some of them.
  {
    pattern: /^\/(favicon\.ico|icon(\.svg|\.png)?|apple-icon(\.png)?|manifest\.webmanifest|robots\.txt)$/,
    seconds: 600,
    query: [],
  },
]

/** First parts of an address that have a page in each language; without a language the door adds one. */
export const knownSections: ReadonlySet<string> = new Set([
  'about',
  'attempts',
  'campaigns',
  'contests',
  'handbook',
  'me',
  'outbox',
  'practice',
  'privacy',
  'screen',
  'sign-in',
  'staff',
  'standings',
  'verify',
])

const plainValue = /^[\w.~:,-]{1,400}$/

/** @returns the page and the address it is kept under: unknown query keys and odd values fall away */
export function publicPageAt(path: string, query: string): { page: PublicPage; url: string } | null {
  const found = publicPages.find(candidate => candidate.pattern.test(path))
  if (!found) return null
  if (query === '' || found.query.length === 0) return { page: found, url: path }
  const given = new URLSearchParams(query)
  const kept = found.query.flatMap(key => {
    const value = given.get(key)
    return value !== null && plainValue.test(value) ? [`${key}=${encodeURIComponent(value)}`] : []
  })
  return { page: found, url: kept.length > 0 ? `${path}?${kept.join('&')}` : path }
}

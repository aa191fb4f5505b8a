/** What every answer says about how it may be used. Next sets none of these by itself. */

export type Headers = Record<string, string>

const always: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
/** What only documents heed. */
const forDocuments: Headers = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}
/** An answer of the API is data: nothing in it may run, load or be framed. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** Two years, in seconds; only said on https, where it means something. */
const strictTransport = 'max-age=63072000; includeSubDomains'

/** Headers by the kind of answer; kept for the site, since they are the same each time. A page sets its own policy. */
export function plainHeaders(siteUrl: string | null): { data: Headers; documents: Headers } {
  const https = siteUrl?.startsWith('https://') ?? false
  const data = {
    ...always,
    'content-security-policy': dataPolicy,
    ...(https && { 'strict-transport-security': strictTransport }),
  }
  return { data, documents: { ...data, ...forDocuments } }
}

/**
 * The policy of a page: its own files, and the inline scripts it came with.
 * @param hashes base64 SHA-256 of each inline script
 */
export function pagePolicy(hashes: readonly string[], development = false): string {
  const inline = hashes.map(hash => ` 'sha256-${hash}'`).join('')
  // Next's development server evaluates code, writes styles into the page and talks over a socket.
  const scripts = development ? " 'unsafe-eval' 'unsafe-inline'" : inline
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

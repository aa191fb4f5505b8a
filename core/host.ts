/** Which addresses are this machine, and which a private network. Decided by the name alone: no look-ups. */

/** Loopback, or a private network: 10/8, 172.16/12, 192.168/16, link-local, IPv6's own, *.local. No port. */
export function isLocalHost(hostname: string): boolean {
  const host = bare(hostname)
  if (isLoopback(host) || host.endsWith('.local')) return true
  if (/^(fe[89ab]|f[cd])[0-9a-f]{0,2}:[0-9a-f:.]*$/.test(host)) return true
  return /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)\d{1,3}(\.\d{1,3}){0,2}$/.test(host)
}

/** Loopback only: there browsers treat plain http as secure. */
export function isLoopback(hostname: string): boolean {
  const host = bare(hostname)
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host) || host.endsWith('.localhost')
}

/** The host of a Host header without its port; '' when it is none. */
export const hostnameOf = (host: string): string => /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.exec(host)?.[1] ?? ''

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase()

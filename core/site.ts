/** Under which address somebody reaches the site: SITE_URL, or in a local trial whatever local host was asked for. */
import { hostnameOf, isLoopback } from './host.ts'

export interface Site {
  /** 'https://contest.example.gov.cn', 'http://192.168.1.7:3000' */
  origin: string
  /** Host header without the port. */
  hostname: string
  https: boolean
  /** Whether cookies carry `Secure`: on https, and on loopback, which browsers treat as secure. */
  secureCookies: boolean
}

let last: { siteUrl: string | null; host: string; site: Site } | null = null

/** @param siteUrl the origin of the settings, null in a local trial @param host the request's Host header */
export function siteOf(siteUrl: string | null, host: string): Site {
  // Asked three times in every request, nearly always for the same host.
  if (last?.host === host && last.siteUrl === siteUrl) return last.site
  last = { siteUrl, host, site: newSite(siteUrl, host) }
  return last.site
}

function newSite(siteUrl: string | null, host: string): Site {
  const origin = siteUrl ?? `http://${host}`
  const hostname = hostnameOf(siteUrl === null ? host : origin.replace(/^https?:\/\//, ''))
  const https = origin.startsWith('https://')
  return { origin, hostname, https, secureCookies: https || isLoopback(hostname) }
}

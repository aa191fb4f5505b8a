/** The inline scripts of a page, for a policy without nonces: a kept page would have to keep its nonce too. */
import { createHash } from 'node:crypto'

const inlineScript = /<script(?![^>]*\ssrc[\s=])[^>]*>([\s\S]*?)<\/script>/gi

/** @returns base64 SHA-256 of each inline script, each once */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, code] of html.matchAll(inlineScript))
    if (code) hashes.add(createHash('sha256').update(code).digest('base64'))
  return [...hashes]
}

/** JSON before it is taken for questions: bounded, with its numbers as they are written and no key twice. */
import { refuse } from './refused.ts'

/** A whole set nests six deep, with twelve brackets and fifty commas a question; 5 MB hold fewer than 10,000 questions. */
const jsonLimits = { depth: 32, brackets: 300_000, commas: 800_000 }

/** Looked at before it is parsed: what a million empty objects need would be taken first and refused then. */
export function countJson(text: string): void {
  const seen = { depth: 0, brackets: 0, commas: 0 }
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === ',') seen.commas++
    else if (sign === '}' || sign === ']') seen.depth--
    else if (sign === '{' || sign === '[') {
      seen.brackets++
      if (++seen.depth > jsonLimits.depth) refuse('file-too-complex', { depth: jsonLimits.depth })
    }
  }
  if (seen.brackets > jsonLimits.brackets || seen.commas > jsonLimits.commas)
    refuse('file-too-complex', { entries: Math.max(seen.brackets, seen.commas) })
}

/** @returns undefined for what is no JSON. Numbers that would change (1e400, 0.10, twenty digits) stay as they are written. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, asWritten as (key: string, value: unknown) => unknown)
  } catch {
    return undefined
  }
}

const asWritten = (_key: string, value: unknown, { source }: { source?: string }): unknown =>
  typeof value === 'number' && source !== undefined && String(value) !== source ? source : value

/** A key that one object has twice: of its values only the last would be seen. @param text that is JSON @returns with its line, from 1 */
export function keyTwice(text: string): { key: string; line: number } | null {
  const open: (Set<string> | null)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs
  for (const { 0: found, 1: isKey, index } of text.matchAll(token)) {
    if (found === '{') open.push(new Set())
    else if (found === '[') open.push(null)
    else if (found === '}' || found === ']') open.pop()
    else if (isKey) {
      const key: string = JSON.parse(found.slice(0, -isKey.length))
      const keys = open.at(-1)
      if (keys?.has(key)) return { key: key.slice(0, 40), line: text.slice(0, index).split('\n').length }
      keys?.add(key)
    }
  }
  return null
}

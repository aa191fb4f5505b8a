/** What the browser loads: from every 'use client' file along its imports, nothing of the server and nothing heavy. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const imports: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).imports
/** zod alone adds 30 KB to a page; the rest belongs to the server. */
const refused = /^(zod|markdown-it|pinyin-pro|yaml|fastify|pino|drizzle-orm|better-sqlite3|node:.*)(\/|$)/
const refusedFolders = /^(api|db|door|services)\//
/** Imports of types leave nothing behind. */
const importLine = /^(?:import|export)\s+(?!type\s)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm

const islands = globSync('{app,components}/**/*.tsx').filter(file =>
  /^['"]use client['"]/m.test(readFileSync(file, 'utf8')),
)
const problems = islands.flatMap(island => follow(island, [island], new Set([island])))
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`${islands.length} islands load nothing of the server`)

function follow(file: string, trail: string[], seen: Set<string>): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importLine)].flatMap(([, name = '']) => {
    const target = resolve(file, name)
    const here = [...trail, target ?? name]
    if (refused.test(name) || (target !== null && refusedFolders.test(target))) return [here.join(' → ')]
    if (target === null || seen.has(target)) return []
    seen.add(target)
    return follow(target, here, seen)
  })
}

/** @returns a file of ours, or null for a package or a style sheet */
function resolve(from: string, name: string): string | null {
  const own = Object.entries(imports).find(([key]) => name.startsWith(key.slice(0, -1)))
  const path = own
    ? own[1].replace('*', name.slice(own[0].length - 1))
    : name.startsWith('.')
      ? join(dirname(from), name)
      : ''
  const file = path.replace(/^\.\//, '')
  return /\.tsx?$/.test(file) && existsSync(file) ? file : null
}

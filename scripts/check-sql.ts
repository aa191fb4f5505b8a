/** Rules of storage that no linter knows: no raw SQL, no synchronous queries, no dynamic names. */
import { globSync, readFileSync } from 'node:fs'

const rules: { pattern: RegExp; says: string; allowed: RegExp }[] = [
  { pattern: /\bsql\.(raw|identifier)\b/, says: 'raw or dynamic SQL', allowed: /^db\/columns\.ts$/ },
  { pattern: /\bsql[`<]/, says: 'an SQL fragment outside db/columns.ts', allowed: /^db\/(columns|.*\.test)\.ts$/ },
  {
    pattern: /\)\s*\.(get|all|run)\(\)/,
    says: 'a synchronous query',
    allowed: /^(db\/sqlite(-client)?(\.test)?\.ts|bench\/.*)$/,
  },
  { pattern: /dangerouslySetInnerHTML|\beval\(|new Function\(/, says: 'text that becomes code', allowed: /^$/ },
  { pattern: /^['"]use server['"]/m, says: 'a Server Action', allowed: /^$/ },
]

const files = globSync('{api,app,bench,components,core,db,door,messages,scripts,services}/**/*.{ts,tsx}').filter(
  file => file !== 'scripts/check-sql.ts',
)
const found = files.flatMap(file => {
  const text = readFileSync(file, 'utf8')
  return rules.filter(rule => rule.pattern.test(text) && !rule.allowed.test(file)).map(rule => `${file}: ${rule.says}`)
})
if (found.length > 0) {
  console.error(found.join('\n'))
  process.exit(1)
}
console.log(`${files.length} files hold to the rules of storage and pages`)

/**
 * `npm run bank:check -- <folder of statutes>`: every entry and question held against the articles it cites, and the
 * bank as a whole against what gives answers away. Without the folder the statutes are left out, and it says so.
 * `--only 5.09,06-copyright` shows findings of some entries or folders.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bankFindings, type Finding } from '#core/bank/check'
import { figuresThatDiffer } from '#core/bank/figures'
import { articlesOf, type Statute, sourceProblem } from '#core/bank/statutes'
import { type BankFiles, readBankFiles } from '#services/bank-files'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, bank: { type: 'string' } },
})
const bankFolder = values.bank ?? join(import.meta.dirname, '../questions')
const only = values.only?.split(',')
const wanted = (name: string): boolean => !only || only.some(part => name.includes(part))

const read = await readBankFiles(bankFolder)
const lines = read.ok
  ? findings(read.bank)
      .filter(({ id }) => wanted(id) || wanted(read.bank.places.get(id)?.file ?? ''))
      .map(({ id, message }) => `${placeOf(read.bank, id)}: ${message}`)
  : read.problems.filter(({ file }) => wanted(file)).map(({ file, line, message }) => `${file}:${line} ${message}`)
for (const line of lines) console.log(line)
if (!read.ok && only)
  console.log(`${read.problems.length} files or references are broken: the bank cannot be checked yet.`)
if (read.ok) console.log(`${read.bank.entries.length} entries, ${read.bank.drafts.length} questions`)
const isSound = read.ok && lines.length === 0
console.log(isSound ? 'Nothing to mend.' : `${lines.length} to mend.`)
process.exit(isSound ? 0 : 1)

function findings(bank: BankFiles): Finding[] {
  const texts = bank.entries.flatMap(({ id, versions }) =>
    versions.flatMap(({ text, example }) =>
      [text, example]
        .flatMap(figuresThatDiffer)
        .map(figure => ({ id, message: `${figure} stands in one language only` })),
    ),
  )
  return [...texts, ...bankFindings(bank.drafts), ...againstStatutes(bank)]
}

function againstStatutes(bank: BankFiles): Finding[] {
  const folder = positionals[0]
  if (!folder) {
    console.log('Articles and anchors were skipped: no folder of statutes was given (npm run bank:check -- <folder>).')
    return []
  }
  const statutes = new Map(bank.laws.filter(law => law.read).map(({ code }) => [code, readStatute(folder, code)]))
  const cited = [
    ...bank.entries.flatMap(({ id, versions }) => versions.flatMap(({ sources }) => sources.map(s => ({ id, s })))),
    ...bank.drafts.flatMap(({ externalId: id, sources }) => sources.map(s => ({ id, s }))),
  ]
  return cited.flatMap(({ id, s }) => {
    // Entries to be verified rest on laws that nobody here has read.
    if (!statutes.has(s.law)) return []
    const message = sourceProblem(statutes.get(s.law), s)
    return message ? [{ id, message }] : []
  })
}

/** A law is one file, `<code>.md`, or several, `<code>-1-….md`. */
function readStatute(folder: string, code: string): Statute | undefined {
  const files = readdirSync(folder).filter(name => name === `${code}.md` || new RegExp(`^${code}-\\d`).test(name))
  if (files.length === 0) return undefined
  return new Map(files.flatMap(name => [...articlesOf(readFileSync(join(folder, name), 'utf8'))]))
}

function placeOf(bank: BankFiles, id: string): string {
  const place = bank.places.get(id)
  return place ? `${place.file}:${place.line} ${id}` : id
}

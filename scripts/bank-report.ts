/**
 * `npm run --silent bank:report`: what the bank holds, as JSON. `-- --docs` writes it as a table to docs/bank.md, which
 * a test holds against the bank.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bankReport } from '#core/bank/report'
import { reportTable } from '#core/bank/report-table'
import { readBankFiles } from '#services/bank-files'

const root = join(import.meta.dirname, '..')
const read = await readBankFiles(join(root, 'questions'))
if (!read.ok) {
  for (const { file, line, message } of read.problems) console.error(`${file}:${line} ${message}`)
  process.exit(1)
}
const { chapters, entries, drafts } = read.bank
if (process.argv.includes('--docs')) writeFileSync(join(root, 'docs/bank.md'), reportTable(chapters, entries, drafts))
else console.log(JSON.stringify(bankReport(entries, drafts)))

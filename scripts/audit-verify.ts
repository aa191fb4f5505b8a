/**
 * `npm run audit:verify`: whether the audit log holds (ends with 0), and if not, the first row that was tampered with
 * (ends with 1); ends with 2 when nothing could be checked.
 */
import { fill } from '#core/fill'
import { connectToRead } from '#db/connect'
import { causeOf } from '#db/storage'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { type AuditCheck, checkAudit } from '#services/audit-check'
import { readEnvironment } from '#services/environment'

const read = readEnvironment(process.env)
if (!read.ok) {
  console.error(read.problems.join('\n'))
  process.exit(2)
}
const { environment } = read
const { rows, anchors, head, tampering } = await checked()
if (tampering) {
  const { what, number } = tampering
  console.error(
    `✗ ${fill(zh.audit.tampering[what], { n: number })}\n  ${fill(en.audit.tampering[what], { n: number })}`,
  )
  process.exit(1)
}
console.log(`✓ 审计记录 ${rows} 条完好，与 ${anchors} 处存证相符。最新校验值：${head.hash || '—'}`)
console.log(`  ${rows} rows of the audit log hold, and agree with ${anchors} anchors. Newest hash: ${head.hash || '—'}`)

/** A database that cannot be read says nothing about its log: that is another end than a tampered one. */
async function checked(): Promise<AuditCheck> {
  try {
    const storage = await connectToRead(environment)
    try {
      return await checkAudit(storage.read, environment.dataDir)
    } finally {
      await storage.close()
    }
  } catch (error) {
    const why = causeOf(error).message
    console.error(`读不了数据库，没有核对：${why}\nThe database cannot be read; nothing was checked: ${why}`)
    process.exit(2)
  }
}

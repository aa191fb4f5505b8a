/** `npm run audit:verify`: whether the audit log holds, and if not, the first row that was tampered with. */
import { fill } from '#core/fill'
import { connectToRead } from '#db/connect'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { checkAudit } from '#services/audit-check'
import { readEnvironment } from '#services/environment'

const read = readEnvironment(process.env)
if (!read.ok) {
  console.error(read.problems.join('\n'))
  process.exit(2)
}
const { environment } = read
const storage = await connectToRead(environment)
const { rows, anchors, head, tampering } = await checkAudit(storage.read, environment.dataDir)
await storage.close()
if (tampering) {
  const { what, number } = tampering
  console.error(
    `✗ ${fill(zh.audit.tampering[what], { n: number })}\n  ${fill(en.audit.tampering[what], { n: number })}`,
  )
  process.exit(1)
}
console.log(`✓ 审计记录 ${rows} 条完好，与 ${anchors} 处存证相符。最新校验值：${head.hash || '—'}`)
console.log(`  ${rows} rows of the audit log hold, and agree with ${anchors} anchors. Newest hash: ${head.hash || '—'}`)

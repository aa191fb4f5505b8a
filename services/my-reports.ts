/** What became of the errors that somebody reported while signed in. */
import { entryAddress } from '#core/bank/entry'
import type { WireMyReport } from '#core/wire-report'
import { entriesKnown, reportsBy } from '#db/error-report'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** Older ones have long been answered. */
const mostShown = 50

/** Newest first. Who handled them is nobody's business but the administrators'. */
export async function myReports(rt: Runtime, who: SignedIn): Promise<WireMyReport[]> {
  const reports = await reportsBy(rt.storage.read, who.account.id, mostShown)
  const ids = new Set(reports.filter(({ subject }) => subject === 'entry').map(({ subjectId }) => subjectId))
  const entries = new Map((await entriesKnown(rt.storage.read, [...ids])).map(entry => [entry.id, entry]))
  return reports.map(({ publicId: id, subject, subjectId, body, createdAt, handledAt, outcome }) => {
    const entry = subject === 'entry' ? entries.get(subjectId) : undefined
    return {
      ...{ id, subject, body, createdAt },
      entry: entry ? { title: entry.title, address: entryAddress(entry) } : null,
      handled: handledAt === null ? null : { at: handledAt, outcome: outcome ?? '' },
    }
  })
}

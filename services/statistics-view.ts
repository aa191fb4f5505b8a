/** Statistics of a contest as staff see them, and as a table to take away. */
import { stringify } from 'csv-stringify/sync'
import { type Allowed, has } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import { fewForReliability } from '#core/contest/reliability'
import { type Locale, said } from '#core/locale'
import { textCell } from '#core/prize/cell'
import { fewPeople } from '#core/question/statistics'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireItem, WireStatistics } from '#core/wire-regrade'
import { type ContestRow, contestBySlug } from '#db/contest'
import { rightsFor } from '#db/key'
import { type RevisionName, revisionNames } from '#db/regrade'
import { contestStatisticsOf, type ItemRow, itemRows } from '#db/statistics'
import { messagesIn } from '#messages/messages'
import { facesFor, type Shown } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { refreshStatistics } from './statistics.ts'

type Organizer = Allowed<'contests.write'>

/** @param anew computes first what has come in since @returns refusals: not-found */
export async function statisticsFor(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  anew = false,
): Promise<Outcome<WireStatistics>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  if (anew) await refreshStatistics(rt, contest)
  const whole = await contestStatisticsOf(rt.storage.read, contest.id)
  const { people, mean, deviation, reliability, method, computedAt } = whole ?? nothing
  return yes({
    ...{ people, mean, deviation, reliability, method, computedAt },
    few: people < fewForReliability,
    items: await itemsOf(rt, contest, seesKeys(rt, allowed, contest)),
  })
}

const nothing = { people: 0, mean: 0, deviation: 0, reliability: null, method: 'kr20' as const, computedAt: null }

/** Organizers need no keys while people answer; those who keep the bank know them anyway. */
export const seesKeys = (rt: Runtime, person: Organizer, contest: ContestRow): boolean =>
  has(person, 'questions.read') || phaseAt(contest, rt.clock.now()) === 'closed'

async function itemsOf(rt: Runtime, contest: ContestRow, keysSeen: boolean): Promise<WireItem[]> {
  const rows = await itemRows(rt.storage.read, contest.id)
  const ids = rows.map(row => row.revisionId)
  const names = await revisionNames(rt.storage.read, ids)
  const faces = await facesFor(rt, ids)
  const rights = new Map((await rightsFor(rt.storage.read, ids)).map(row => [row.revisionId, row.right]))
  return rows.map(row => {
    const right = keysSeen ? (rights.get(row.revisionId) ?? 0) : null
    return itemOf(row, names.get(row.revisionId) as RevisionName, faces.get(row.revisionId) as Shown, right)
  })
}

function itemOf(row: ItemRow, name: RevisionName, { face, kind, chapter }: Shown, right: number | null): WireItem {
  const { shown, answered, facility, discrimination, timed, meanMs, medianMs } = row
  return {
    ...{ question: name.question, revision: name.revision, number: name.externalId, current: name.current },
    ...{ kind, chapter, stem: face.stem, shown, answered, right: row.right, facility, discrimination },
    ...{ timed, meanMs, medianMs, few: shown < fewPeople },
    choices: face.options.map((text, option) => ({
      text,
      times: row.choices[option] ?? 0,
      right: right === null ? null : (right & (1 << option)) !== 0,
    })),
  }
}

/** UTF-8 with byte order mark, one line a question. @returns refusals: not-found */
export async function statisticsTable(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  locale: Locale,
): Promise<Outcome<Buffer>> {
  const found = await statisticsFor(rt, allowed, slug)
  if (!found.ok) return found
  const words = messagesIn(locale).statistics
  const share = (thousandths: number | null) => (thousandths === null ? '' : (thousandths / 1000).toFixed(3))
  const rows = found.value.items.map(item => [
    textCell(item.number),
    item.revision,
    words.kind[item.kind],
    item.chapter ?? '',
    textCell(said(item.stem, locale)),
    ...[item.shown, item.answered, item.right, share(item.facility), share(item.discrimination)],
    ...[(item.meanMs / 1000).toFixed(1), (item.medianMs / 1000).toFixed(1), item.timed, item.few ? words.few : ''],
    ...Array.from({ length: 8 }, (_, option) => item.choices[option]?.times ?? ''),
  ])
  const letters = [...'ABCDEFGH'].map(letter => words.chosen(letter))
  const { number, revision, kindName, chapter, stem, shown, answered, right } = words.column
  const { facility, discrimination, mean, median, timed, note } = words.column
  const first = [number, revision, kindName, chapter, stem, shown, answered, right, facility, discrimination]
  const headings = [...first, mean, median, timed, note, ...letters]
  return yes(Buffer.from(stringify([headings, ...rows], { bom: true, record_delimiter: 'windows' })))
}

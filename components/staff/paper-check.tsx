import type { WireStaffContest } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { Notice } from '../notice.tsx'

/** What would stand in the way of publishing, before one tries. */
export function PaperCheck({ contest, text }: { contest: WireStaffContest; text: Messages }) {
  const [words, lack] = [text.setup, text.statistics]
  const needed = contest.rules.paper.total
  if (contest.sets.length === 0) return <Notice kind="attention">{words.wrong.sets}</Notice>
  const numbers = words.pool(contest.pool, needed)
  if (contest.pool < needed) return <Notice kind="attention">{numbers}</Notice>
  if (contest.lacking.length > 0)
    return (
      <Notice kind="attention" title={lack.lackingTitle}>
        <ul>
          {contest.lacking.map(({ chapter, kind, level, count, have }) => {
            const line = lack.lacking(chapter, kind && lack.kind[kind], level, count, have)
            return <li key={line}>{line}</li>
          })}
        </ul>
      </Notice>
    )
  return contest.pool < needed * 3 ? (
    <Notice kind="attention" title={numbers}>
      {words.tightPool}
    </Notice>
  ) : (
    <Notice kind="good" title={words.ready}>
      {numbers}
    </Notice>
  )
}

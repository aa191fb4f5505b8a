import { dayTime, sentences } from '#app/format'
import { plain } from '#app/plain'
import type { Locale } from '#core/locale'
import type { WireStaffContest } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import type { BoardState } from '#services/board-state'
import { BoardsForm } from './boards-form.tsx'
import styles from './staff.module.css'
import type { FormCommon } from './use-form.ts'

interface BoardsProps {
  contest: WireStaffContest
  state: BoardState
  now: number
  records: { act: 'freeze' | 'reveal' | 'ranks-off' | 'ranks-on'; at: number; who: string; reason: string }[]
  locale: Locale
  text: Messages['boardActs']
  frame: FormCommon
}

/** How the boards of a contest stand, what can be done to them, and what was. */
export function Boards({ contest, state, now, records, locale, text, frame }: BoardsProps) {
  const { freezeSeconds } = contest.rules.feedback
  const { frozenSince, revealing, regrading, ranks } = state
  const freezesAt = freezeSeconds === null ? null : contest.closesAt - freezeSeconds * 1000
  return (
    <>
      <p className={styles.lead}>
        {sentences(
          locale,
          frozenSince !== null
            ? text.frozen(dayTime(frozenSince, locale))
            : regrading
              ? text.regrading
              : revealing
                ? text.revealing
                : text.moving,
          frozenSince === null && freezesAt !== null && freezesAt > now && text.freezesAt(dayTime(freezesAt, locale)),
          ranks ? text.ranksOn : text.ranksOff,
        )}
      </p>
      <BoardsForm
        locale={locale}
        slug={contest.slug}
        acts={[frozenSince === null ? 'freeze' : 'reveal', ranks ? 'ranks-off' : 'ranks-on']}
        text={plain(text)}
        frame={frame}
      />
      <h3>{text.history}</h3>
      {records.length === 0 ? (
        <p className={styles.hint}>{text.none}</p>
      ) : (
        <ul>
          {records.map(({ act, at, who, reason }) => (
            <li key={at}>
              {dayTime(at, locale)} · {text.line(text[act], who, reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

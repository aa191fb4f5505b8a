import { fill } from '#core/fill'
import styles from './bar.module.css'
import type { Place } from './place.ts'
import type { Choices } from './use-answers.ts'
import type { Words } from './words.ts'

interface RulerProps {
  words: Words
  positions: readonly number[]
  place: Place
  choices: Choices
  flags: ReadonlySet<number>
  answered: number
}

/** Ten units a question. Answered ones are filled, flagged ones carry a pennant, a tick below marks where one is. */
export function Ruler({ words, positions, place, choices, flags, answered }: RulerProps) {
  const total = positions.length
  const name = fill(words.rulerName, { total, answered, flagged: flags.size })
  return (
    <svg
      className={styles.ruler}
      viewBox={`0 0 ${total * 10} 10`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
    >
      {positions.map((position, i) => (
        <g key={position}>
          {choices.get(position)?.length ? (
            <rect className={styles.filled} x={i * 10} y="3" width="10" height="4" />
          ) : null}
          <rect className={styles.mark} x={i * 10} y="3" width="0.5" height="4" />
          {flags.has(position) && <rect className={styles.pennant} x={i * 10 + 3} y="0" width="4" height="10" />}
          {place === i + 1 && <rect className={styles.here} x={i * 10} y="7" width="10" height="3" />}
        </g>
      ))}
    </svg>
  )
}

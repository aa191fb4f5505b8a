import styles from './street.module.css'
import { Distance } from './street-distance.tsx'
import { Stall } from './street-stall.tsx'
import { Jar, Phone, Shoes, Thermos } from './street-things.tsx'

interface StreetProps {
  /** Six numerals in the order of the drawing, each leading to what the handbook says about the thing. */
  numerals: readonly { href: string; name: string; says: string }[]
  /** What the figure shows, for who cannot see it. */
  label: string
  /** One line under the figure. */
  caption: string
}

/** The front page's figure: a hotpot stall above the river and what stands around it, with reference numerals. */
export function Street({ numerals, label, caption }: StreetProps) {
  return (
    <nav className={styles.street} aria-label={label}>
      <svg className={styles.figure} viewBox="0 0 752 540" aria-hidden="true">
        <Distance />
        <Stall />
        <g className={styles.o5}>
          <Jar />
        </g>
        <g className={styles.o4}>
          <Phone />
        </g>
        <g className={styles.o3}>
          <Thermos />
        </g>
        <g className={styles.o2}>
          <Shoes />
        </g>
        <path className={styles.ground} d="M2 452H750" />
        <Leaders />
      </svg>
      <ol className={styles.numerals}>
        {numerals.map(({ href, name, says }, i) => (
          <li key={name} className={`${styles.item} ${styles[`n${i + 1}`]}`}>
            <a href={href}>
              <span className={styles.number}>{i + 1}</span>
              <span className={styles.name}>{name}</span>
              <span className={styles.says}>{says}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className={styles.caption} aria-hidden="true">
        {caption}
      </p>
    </nav>
  )
}

/** Thin curves from each thing to where its numeral stands. */

const ends = [
  [298, 116],
  [590, 520],
  [668, 368],
  [540, 166],
  [384, 520],
  [34, 520],
]

function Leaders() {
  return (
    <g className={styles.leaders}>
      <path d="M282 102q-22-10-44 8" />
      <path d="M598 484q8-30 46-54" />
      <path d="M652 356q-22-6-50 22" />
      <path d="M536 174q6 16-8 32" />
      <path d="M392 484q8-16 6-42" />
      <path d="M40 484q6-40 34-76" />
      {ends.map(([x, y], i) => (
        <text key={x} x={x} y={y} textAnchor="middle">
          {i + 1}
        </text>
      ))}
    </g>
  )
}

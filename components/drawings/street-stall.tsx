import styles from './street.module.css'

export function Stall() {
  return (
    <>
      <g className={styles.thing}>
        <path className={styles.inside} d="M46 150h268v190H46z" />
        <path className={styles.card} d="M46 150h9v302h-9zM305 150h9v302h-9z" />
        <path d="M55 300h250" />
        <path d="M140 132v10M220 132v10" />
      </g>
      <g className={`${styles.thing} ${styles.o1}`}>
        <path className={styles.card} d="M104 84h152v50H104z" />
        <path d="M109 89h142v40H109z" />
        <path d="M158 124 180 94l10 13 6-7 14 24zM173 104l4 4 3-4 3 4 3-3" />
        <path d="M180 94q-1-6 5-8" />
        <circle cx="234" cy="100" r="6" />
        <path d="M232 103v-6h2.5q2 0 2 1.700t-2 1.700H232M234.5 100.400l2 2.600M124 100h18M124 108h18M124 116h12M218 116h18" />
      </g>
      <Awning />
      <Lantern x={78} word="火" />
      <Lantern x={283} word="锅" />
      <g className={`${styles.thing} ${styles.o6}`}>
        <path
          className={styles.steam}
          d="M150 250c-10-12 10-20 0-34M180 246c-10-13 10-22 0-38M210 250c-10-12 10-20 0-34"
        />
        <path className={styles.card} d="M110 276q2 42 32 46h76q30-4 32-46z" />
        <path d="M111 283q-18-5-17 8 2 9 21 7M249 283q18-5 17 8-2 9-21 7" />
        <ellipse className={styles.card} cx="180" cy="276" rx="70" ry="17" />
        <ellipse cx="180" cy="276.5" rx="62" ry="12.5" />
        <path d="M124 272h112M122 281.5h116M161 264.7l-4 23.2M199 264.7l4 23.2" />
        <path d="M214 277 240 236q4-6 9-3" />
        <path d="M150 322v8M210 322v8M142 330h76" />
      </g>
      <g className={styles.thing}>
        <path className={styles.card} d="M70 331v-26q0-7 6-10v-11h10v11q6 3 6 10v26z" />
        <path d="M70 309h22M70 322h22M76 288h10" />
        <path d="M274 312l26-34M281 312l27-30" />
        <path className={styles.card} d="M262 312h42q-2 18-21 19-19-1-21-19z" />
        <path className={styles.card} d="M26 331h308v13H26zM40 344h280v108H40z" />
        <path d="M40 356h280M178 356v96M249 356v96M178 404h71" />
      </g>
      <g className={`${styles.thing} ${styles.o6}`}>
        <path className={styles.card} d="M58 372h96v52H58z" />
        <path d="M64 378h84v40H64z" />
        <circle cx="106" cy="394" r="5" />
        <path d="M106 399v9M98 386v-4q0-7 8-7t8 7v4" />
      </g>
      <g className={styles.thing}>
        <path d="M330 216v14" />
        {[0, 1, 2, 3, 4].map(i => (
          <path key={i} className={styles.card} d={chillies(230 + i * 15)} />
        ))}
      </g>
      <g className={styles.thing}>
        <path className={styles.card} d="M256 402h62v8h-62z" />
        <path className={styles.card} d="M262 410h7l-4 42h-7zM305 410h7l4 42h-7z" />
        <path d="M265 432h44" />
      </g>
    </>
  )
}

const chillies = (y: number): string => `M330 ${y}q-11 1-13 15 10-2 13-15zM330 ${y + 3}q11 1 13 15-10-2-13-15z`

function Awning() {
  const top = (i: number) => 38 + i * 35.5
  const foot = (i: number) => 18 + i * 40.5
  const stripe = (i: number) => `M${top(i)} 140H${top(i + 1)}L${foot(i + 1)} 196q-20 25-40.5 0z`
  return (
    <g className={styles.thing}>
      {[0, 1, 2, 3, 4, 5, 6, 7].map(i => (
        <path key={i} className={i % 2 === 0 ? styles.stripe : styles.card} d={stripe(i)} />
      ))}
    </g>
  )
}

function Lantern({ x, word }: { x: number; word: string }) {
  return (
    <g className={styles.thing} transform={`translate(${x} 0)`}>
      <path d="M0 207v12M0 262v12M-4 274v8M0 274v10M4 274v8" />
      <path className={styles.card} d="M-8 219H8q14 6 14 21T8 262H-8q-14-7-14-22t14-21z" />
      <path d="M-10 224H10M-10 257H10" />
      <text x="0" y="247" textAnchor="middle">
        {word}
      </text>
    </g>
  )
}

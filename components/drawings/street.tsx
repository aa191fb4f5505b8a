import styles from './street.module.css'

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

/** The other bank, bridge and river: behind everything, in a quieter ink. The cable car crosses above. */
function Distance() {
  return (
    <>
      <path
        className={styles.ridgeFar}
        d="M0 270V196l26-18 22 14 34-30 40 34 60-24 64 26 50-30 44 22 46-44 40 26 34-12 44 34 38-20 44-40 38 24 34-18 44 36 50-24V270z"
      />
      <path
        className={styles.ridgeNear}
        d="M0 276v-34l40-12 60 16 80-10 90 14 60-22 40 8 50 20 66-8 60 12 50-24 44-14 42-10 38 14 32-8v58z"
      />
      <path className={styles.far} d="M0 276H752M330 262H752M330 267H752" />
      <path
        className={styles.far}
        d="M396 276V204h8v72M610 276V204h8v72M330 258Q372 246 398 206M402 206Q506 306 612 206M616 206Q660 250 752 258"
      />
      <path
        className={styles.far}
        d="M350 255v7M368 244v18M384 228v34M418 224v38M434 239v23M450 248v14M466 254v8M548 253v9M564 246v16M580 235v27M596 221v41M632 226v36M650 241v21M670 249v13M692 254v8M716 256v6"
      />
      <StiltHouses />
      <path
        className={styles.far}
        d="M344 300q10-5 20 0t20 0 20 0M566 296q10-5 20 0t20 0 20 0M424 330q10-5 20 0t20 0M660 312q10-5 20 0t20 0 20 0M352 336q10-5 20 0M570 330q8-4 16 0t16 0"
      />
      <path className={styles.far} d="M396 308h48l-8 11h-32zM410 308v-9h18v9M419 299v-7" />
      <path className={styles.line} d="M0 74 752 22" />
      <g className={styles.thing}>
        <path d="M546 36.3 576 34.2M553 35.8v-5M569 34.7v-5M561 35.3V50" />
        <path className={styles.card} d="M524 50h74q9 0 9 9v30q0 11-11 11h-70q-11 0-11-11V59q0-9 9-9z" />
        <path d="M515 80h92M526 59h18v21h-18zM552 59h18v21h-18zM578 59h18v21h-18zM515 90h92" />
        <path d="M531 80v-5q0-4 4-4t4 4v5M557 80v-6q0-4 4-4t4 4v6M583 80v-4q0-3 3-3t3 3v4" />
        <circle cx="535" cy="67.5" r="3" />
        <circle cx="561" cy="66.5" r="3" />
        <circle cx="586" cy="70" r="2.5" />
      </g>
    </>
  )
}

/** Houses on stilts against the slope, roof above roof. */
function StiltHouses() {
  return (
    <g className={`${styles.thing} ${styles.houses}`}>
      <path className={styles.card} d="M668 262v-22h62v22zM676 232v-20h48v20zM684 204v-16h32v16z" />
      <path
        className={styles.card}
        d="M660 242q8-2 10-10h58q2 8 10 10zM668 214q7-2 9-10h46q2 8 9 10zM676 190q8-3 10-9l14-8 14 8q2 6 10 9z"
      />
      <path d="M678 262v-12h8v12M694 262v-12h8v12M710 262v-12h8v12M684 228v-8h8v8zM698 228v-8h8v8zM711 228v-8h8v8zM696 204v-7h8v7M672 262v14M686 262v14M700 262v14M714 262v14M726 262v14" />
    </g>
  )
}

function Stall() {
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

/** Two peppers of the string that dries beside the stall. @param y where they hang */
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

function Jar() {
  return (
    <g className={styles.thing}>
      <path className={styles.card} d="M372 366q-27 16-26 45 1 28 19 41h62q18-13 19-41 1-29-26-45z" />
      <path className={styles.card} d="M376 367q-5-8 0-15h40q5 7 0 15z" />
      <path
        className={styles.card}
        d="M362 358q4-28 34-29 30 1 34 29-5 5-10 0-7 7-13 1-6 6-11 0-5 6-11 0-6 6-13-1-5 5-10 0z"
      />
      <path d="M366 346q30 9 60 0M396 350l-7 13M396 350l8 12M396 329q-8 6-12 16M396 329q8 6 12 16" />
      <path className={styles.label} d="M396 376l32 33-32 33-32-33z" />
      <path d="M396 382l26 27-26 27-26-27z" />
      <text x="396" y="418" textAnchor="middle">
        榨
      </text>
    </g>
  )
}

function Phone() {
  return (
    <g className={styles.thing}>
      <path className={styles.card} d="M497 350h8v30h-8z" />
      <path d="M501 380 462 452M501 380l39 72M501 380v62M480 417h42" />
      <path className={styles.dashed} d="M476 214 488 200M540 214l12-14M540 338l12-14" />
      <path d="M486 200h56q10 0 10 10v106q0 8-6 10" />
      <path className={styles.card} d="M474 206h54q12 0 12 12v116q0 12-12 12h-54q-12 0-12-12V218q0-12 12-12z" />
      <path d="M469 219h64v102h-64zM494 333h14M492 212h10" />
      <path d="M469 298l17-22 12 13 10-9 25 26" />
      <circle cx="517" cy="238" r="6" />
      <circle className={styles.card} cx="501" cy="262" r="15" />
      <path className={styles.ink} d="M497 255v14l11-7z" />
      <path d="M476 312h50M494 309v6" />
    </g>
  )
}

/** Left half as one sees it, right half in section, as a drawing of an invention is made. */
function Thermos() {
  return (
    <g className={styles.thing}>
      <path className={styles.card} d="M571 352v-10q0-12 15-12t15 12v10z" />
      <path className={styles.card} d="M568 352h36v10h-36z" />
      <path className={styles.card} d="M566 362h40q6 0 6 6v76q0 8-8 8h-36q-8 0-8-8v-76q0-6 6-6z" />
      <path d="M586 370h11q6 0 6 6v60q0 7-7 7h-10" />
      <path
        className={styles.hatch}
        d="M603 380l9-9M603 390l9-9M603 400l9-9M603 410l9-9M603 420l9-9M603 430l9-9M603 440l9-9M598 451l12-12M588 451l8-8M590 370l8-8M600 370l6-6"
      />
      <path d="M586 396q4-3 8 0t9 0M560 384h26M560 430h26M568 392v30" />
      <path className={styles.axis} d="M586 320v140" />
    </g>
  )
}

function Shoes() {
  return (
    <>
      <g transform="translate(20 -13)">
        <Shoe />
      </g>
      <Shoe />
    </>
  )
}

function Shoe() {
  return (
    <g className={styles.thing}>
      <path className={styles.card} d="M629 440v-34q0-9 8-7 11 4 18-4 5-4 9 1l16 23q6 6 18 8 22 2 25 13z" />
      <path className={styles.card} d="M627 440h97q2 12-8 12h-81q-8 0-8-12z" />
      <path d="M668 402l-9 7M674 411l-9 7M680 420l-9 7M637 440q3-20 19-28M648 440q3-11 13-18M709 440q-3-8 3-11M629 414q8-3 15 1M627 446h98" />
    </g>
  )
}

/** Where the leaders end: the numerals stand here by themselves when their names move below the figure. */
const ends = [
  [298, 116],
  [590, 520],
  [668, 368],
  [540, 166],
  [384, 520],
  [34, 520],
]

/** Thin curves from each thing to where its numeral stands. */
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

import styles from './street.module.css'

export function Jar() {
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

export function Phone() {
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

export function Thermos() {
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

export function Shoes() {
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

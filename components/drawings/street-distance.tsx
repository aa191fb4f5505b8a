import styles from './street.module.css'

export function Distance() {
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

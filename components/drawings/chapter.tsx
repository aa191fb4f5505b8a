import styles from './chapter.module.css'

/** One small figure for each chapter of the handbook: 48 × 48, drawn with one line. */
const figures: Record<number, string> = {
  // A lamp over an open book.
  1: 'M24 6a9 9 0 0 1 5 16.5V26H19v-3.5A9 9 0 0 1 24 6zM20 30h8M6 34q9-4 18 2 9-6 18-2v8q-9-4-18 1-9-5-18-1zM24 36v7',
  // A thermos, half in section.
  2: 'M17 12q0-6 7-6t7 6v3H17zM14 15h20v4H14zM13 19h22v20q0 3-3 3H16q-3 0-3-3zM24 4v40M24 23h5q2 0 2 2v10q0 3-3 3h-4M31 26l4-4M31 31l4-4M31 36l4-4M13 26h11',
  // An application with its date stamped.
  3: 'M10 5h20l8 8v30H10zM30 5v8h8M16 14h8M16 20h16M16 26h16M32 32a6 6 0 1 1-.1 0M32 34.5V38l2.5 1.5',
  // A shield with a gear in it.
  4: 'M24 4l16 5v13q0 14-16 22Q8 36 8 22V9zM24 15.5a7 7 0 1 1-.1 0M24 12v3.5M24 29.5V33M13.5 22.5H17M31 22.5h3.5',
  // A shop sign with a device mark.
  5: 'M8 6h32M13 6v7M35 6v7M6 13h36v20H6zM17 28l7-10 3.5 4.5L29.5 20l5 8zM14 18a2.5 2.5 0 1 1-.1 0M24 33v10M18 43h12',
  // A pen over a sheet with a picture.
  6: 'M8 8h24v34H8zM13 32l6-8 4 5 3-3 4 6M16 15a2.5 2.5 0 1 1-.1 0M42 6 30 24l-3 7 6-5L45 9z',
  // A screen with music and code.
  7: 'M6 9h36v24H6zM18 41h12M24 33v8M16 17l-5 4.5 5 4.5M32 17v9M32 17l5-1.5V24M30 26a2 2 0 1 1-.1 0M35 24a2 2 0 1 1-.1 0M25 15l-4 13',
  // A drawer with a lock.
  8: 'M6 14h36v26H6zM11 19h26v16H11zM24 24a2.5 2.5 0 1 1-.1 0M24 29v3M18 14V9q0-4 6-4t6 4v5',
  // The jar of Fuling.
  9: 'M17 17q-9 6-8 15 1 7 6 10h18q5-3 6-10 1-9-8-15zM15 15q1-9 9-9t9 9q-3 3-5 0-2 3-4 0-2 3-4 0-2 3-5 0zM24 22l8 8-8 8-8-8z',
  // A seedling and a chip.
  10: 'M14 42V24M14 30q-9 0-9-9 9 0 9 9zM14 26q0-10 10-11 0 11-10 11zM28 26h12v12H28zM31 26v-4M37 26v-4M31 42v-4M37 42v-4M28 29h-3M28 35h-3M43 29h-3M43 35h-3M6 42h16',
  // Scales.
  11: 'M24 6v34M15 42h18M8 12h32M8 12 3 26h11zM40 12l-5 14h11zM3 26q1 5 5.5 5T14 26M35 26q1 5 5.5 5t5.5-5',
  // The globe.
  12: 'M24 6a18 18 0 1 1-.1 0M24 6q-9 8-9 18t9 18q9-8 9-18T24 6zM6 24h36M9 15q15 6 30 0M9 33q15-6 30 0',
  // Two gears hand on what one has found.
  13: 'M17 10a9 9 0 1 1-.1 0M17 16a3 3 0 1 1-.1 0M17 6v4M17 28v4M4 19h4M26 19h4M8 10l3 3M23 25l3 3M26 10l-3 3M8 28l3-3M34 27a6 6 0 1 1-.1 0M34 23v4M34 39v4M24 33h4M40 33h4',
  // A phone, a bowl of noodles.
  14: 'M8 6h15q2 0 2 2v26q0 2-2 2H8q-2 0-2-2V8q0-2 2-2zM13 32h5M10 11h11v16H10M20 30h24q-1 11-12 12-11-1-12-12zM30 30l9-15M35 30l10-12',
}

/** Decorative: the chapter's name stands beside it. */
export function ChapterFigure({ chapter, large = false }: { chapter: number; large?: boolean }) {
  return (
    <svg className={large ? `${styles.figure} ${styles.large}` : styles.figure} viewBox="0 0 48 48" aria-hidden="true">
      <path d={figures[chapter]} />
    </svg>
  )
}

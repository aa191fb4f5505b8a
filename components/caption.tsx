import styles from './caption.module.css'

interface CaptionProps {
  /** '图1' · 'Fig. 1' */
  figure: string
  children: React.ReactNode
  /** Heading level in the page's outline. */
  level?: 1 | 2 | 3
  id?: string
}

/** A section's heading, set as the caption of a figure: 图1 竞赛. */
export function Caption({ figure, children, level = 2, id }: CaptionProps) {
  const Heading = `h${level}` as const
  return (
    <Heading className={styles.caption} id={id}>
      <span className={styles.figure}>{figure}</span> {children}
    </Heading>
  )
}

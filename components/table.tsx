import styles from './table.module.css'

interface TableProps {
  /** What the table shows; said before it, also to ears. */
  caption: React.ReactNode
  /** The caption is only spoken where a heading says the same. */
  captionSpoken?: boolean
  /** On phones each row becomes a small card; cells that need their column's name there have it as `data-label`. */
  flowing?: boolean
  children: React.ReactNode
}

/**
 * What scrolls must be reached by keys too, though nothing in it can be pressed. It is no landmark: the caption names
 * the table, and the section around it often bears the same name.
 */
const reached = { tabIndex: 0 }

/**
 * A ruled table that scrolls sideways when it must, by keys too. Give headers `scope`, numbers `className={tableStyles.number}`,
 * the reader's own row `className={tableStyles.mine}`.
 */
export function Table({ caption, captionSpoken = false, flowing = false, children }: TableProps) {
  return (
    <div className={styles.scroll} {...reached}>
      <table className={flowing ? `${styles.table} ${styles.flowing}` : styles.table}>
        <caption className={captionSpoken ? 'spoken' : styles.caption}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export { styles as tableStyles }

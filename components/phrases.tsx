import styles from './phrases.module.css'

/**
 * A heading that breaks after its Chinese punctuation before it breaks anywhere else, and then between words: browsers
 * break Chinese after any letter, also inside a word. Only for server components: browsers tell words apart in other ways.
 */
export function Phrases({ of }: { of: string }) {
  const phrases = of.split(/(?<=[：，、；。？！）])(?=.)|(?=（)/)
  if (phrases.length === 1) return <span className={styles.words}>{inWords(of)}</span>
  return phrases.map(phrase => (
    <span key={phrase} className={`${styles.phrase} ${styles.words}`}>
      {inWords(phrase)}
    </span>
  ))
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A break is offered before each word; punctuation stays with what it follows. */
const inWords = (phrase: string) =>
  [...words.segment(phrase)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike && index > 0 ? [<wbr key={index} />, segment] : segment,
  )

import { lastMoment } from '#app/format'
import { paths } from '#app/paths'
import { Notice } from '#components/notice'
import { type Locale, type LocalText, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ClosingView } from '#services/closing'
import styles from './closing.module.css'

interface ClosingProps {
  view: ClosingView
  locale: Locale
  words: Messages['myData']
  won: Messages['prize']['won']
}

/** What goes and what stays when this person closes the account. */
export function ClosingWords({ view, locale, words, won }: ClosingProps) {
  const name = ({ tier, prize }: { tier: LocalText; prize: LocalText }) => won(said(tier, locale), said(prize, locale))
  return (
    <>
      <h3>{words.goes}</h3>
      <Rows of={words.goesRows} />
      <h3>{words.stays}</h3>
      <Rows of={words.staysRows} />
      {view.kept.length > 0 && (
        <>
          <h3>{words.kept}</h3>
          <p>{words.keptWhy}</p>
          <Rows of={view.kept.map(one => words.keptUntil(name(one), lastMoment(one.eraseAt ?? 0, locale)))} />
        </>
      )}
      {view.lost.length > 0 && (
        <Notice kind="attention" title={words.lost}>
          <p>{words.lostWhy}</p>
          <Rows of={view.lost.map(name)} />
        </Notice>
      )}
      {view.open.length > 0 && (
        <Notice kind="attention" title={words.open}>
          <p>{words.openWhy}</p>
          <ul className={`bullets ${styles.rows}`}>
            {view.open.map(one => (
              <li key={one.id}>
                <a href={paths.myPrize(locale, one.id)}>{name(one)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

const Rows = ({ of }: { of: string[] }) => (
  <ul className={`bullets ${styles.rows}`}>
    {of.map(row => (
      <li key={row}>{row}</li>
    ))}
  </ul>
)

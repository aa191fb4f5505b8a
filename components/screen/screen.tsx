import { plain } from '#app/plain'
import { Skyline } from '#components/drawings/skyline'
import { Phrases } from '#components/phrases'
import type { Locale } from '#core/locale'
import type { WireLive } from '#core/wire-live'
import type { Messages } from '#messages/zh'
import { Live } from './live.tsx'
import type { Tile } from './map.tsx'
import styles from './screen.module.css'

interface ScreenProps {
  slogan: string
  /** The campaign's or the contest's name, below the slogan. */
  title: string
  /** The code itself; in a local trial, which has no address of its own, where its picture is. */
  qr: { size: number; path: string } | string
  invitation: string
  live: { path: string; first: WireLive; tiles: Tile[] } | null
  locale: Locale
  words: Messages['screen']
}

/** Letters of a slogan that no longer fit two lines, or upright three, in the usual size. */
const longer: Record<Locale, number> = { zh: 30, en: 90 }

/** A screen in a hall or a station: slogan, QR code, counters, tiles, boards, the skyline at its foot. */
export function Screen({ slogan, title, qr, invitation, live, locale, words }: ScreenProps) {
  return (
    <main className={styles.screen} data-still={live === null || undefined}>
      <header className={styles.head}>
        <h1 data-long={slogan.length > longer[locale] || undefined}>
          <Phrases of={slogan} />
        </h1>
        <p>{title}</p>
      </header>
      <figure className={styles.qr}>
        {typeof qr === 'string' ? (
          <img className={styles.code} src={qr} alt={words.qr} width="37" height="37" />
        ) : (
          <svg
            className={styles.code}
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={words.qr}
            shapeRendering="crispEdges"
          >
            <path d={qr.path} fill="#000" />
          </svg>
        )}
        <figcaption>{invitation}</figcaption>
      </figure>
      {live && <Live {...live} locale={locale} text={plain(words)} />}
      <div className={styles.skyline}>
        <Skyline />
      </div>
    </main>
  )
}

import { day } from '#app/format'
import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import { shownNumber } from '#core/certificate/number'
import { type Locale, type LocalText, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import styles from './check.module.css'

interface MineProps {
  certificates: { number: string; level: LocalText; issuedAt: number; revokedAt: number | null }[]
  locale: Locale
  words: Messages['certificate']
}

/** One's own certificates as files, in both languages. */
export function MyCertificates({ certificates, locale, words }: MineProps) {
  if (certificates.length === 0) return null
  return (
    <section>
      <h2>{words.mine}</h2>
      <ul className={styles.list}>
        {certificates.map(({ number, level, issuedAt, revokedAt }) => (
          <li key={number}>
            <strong>{said(level, locale)}</strong>
            <span>
              {shownNumber(number)} · {day(issuedAt, locale)}
            </span>
            {revokedAt === null ? (
              (['zh', 'en'] as const).flatMap(language =>
                (['pdf', 'png'] as const).map(format => (
                  <a key={language + format} href={paths.certificateFile(number, language, format)} download>
                    {words[format]} {language === 'zh' ? words.chinese : words.english}
                  </a>
                )),
              )
            ) : (
              <Tag kind="attention">{words.revoked}</Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

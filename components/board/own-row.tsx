'use client'
import { figures } from '#core/attempt/countdown'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import { useMine } from './mine.ts'
import styles from './own.module.css'

interface OwnRowProps {
  slug: string
  region: string | null
  /** Null: the whole contest. */
  scope: string | null
  locale: Locale
  words: Messages['board']['own']
  /** Address of a district's board, with REGION in its place. */
  boardHref: string
}

/** One's own row, pinned above the list. */
export function OwnRow({ slug, region, scope, locale, words, boardHref }: OwnRowProps) {
  const mine = useMine(slug, region, scope, locale)
  if (!mine) return null
  const { rank, score, durationMs, regionName } = mine
  return (
    <p className={styles.row}>
      <strong>{fill(words.row, { rank, score, time: figures(Math.floor(durationMs / 1000) * 1000) })}</strong>
      {mine.region && !region && (
        <a href={boardHref.replace('REGION', mine.region)}>{fill(words.mine, { region: regionName ?? '' })}</a>
      )}
    </p>
  )
}

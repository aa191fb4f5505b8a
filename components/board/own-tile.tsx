'use client'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import { useMine } from './mine.ts'
import styles from './own.module.css'

interface OwnTileProps {
  slug: string
  locale: Locale
  words: Messages['board']['own']
  /** Top left corner of each tile, by region. */
  corners: Record<string, [number, number]>
  width: number
  height: number
}

/** A ring around the reader's own district. */
export function OwnTile({ slug, locale, words, corners, width, height }: OwnTileProps) {
  const mine = useMine(slug, null, null, locale)
  const corner = corners[mine?.region ?? '']
  if (!mine || !corner) return null
  return (
    <rect className={styles.ring} x={corner[0] - 1} y={corner[1] - 1} width={width + 2} height={height + 2}>
      <title>{fill(words.tile, { region: mine.regionName ?? '' })}</title>
    </rect>
  )
}

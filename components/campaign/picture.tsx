import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { Picture as Shown } from '#services/campaign'
import styles from './campaign.module.css'

interface PictureProps {
  picture: Shown
  size: 'large' | 'small'
  locale: Locale
  words: Messages['campaign']
}

/** A picture with its words; an illustration says that it is one. */
export function Picture({ picture, size, locale, words }: PictureProps) {
  return (
    <figure className={size === 'small' ? styles.thumb : styles.picture}>
      <img
        src={paths.picture(picture.id, size)}
        alt={said(picture.alt, locale)}
        width={picture.width}
        height={picture.height}
        loading="lazy"
        decoding="async"
      />
      {picture.illustration && <figcaption className={styles.mark}>{words.illustration}</figcaption>}
    </figure>
  )
}

import { dayTime } from '#app/format'
import { type Locale, said } from '#core/locale'
import type { WireNotice } from '#core/wire-watch'
import type { Messages } from '#messages/zh'
import { Notice } from '../notice.tsx'

interface NoticesProps {
  notices: WireNotice[]
  locale: Locale
  words: Messages['watch']
  className?: string | undefined
}

/** What everybody is told: the newest in full, a pause in amber as long as it lasts. */
export function Notices({ notices, locale, words, className }: NoticesProps) {
  const [newest, ...older] = notices
  if (!newest) return null
  return (
    <section aria-label={words.notices} className={className}>
      <Notice kind={newest.kind === 'paused' ? 'attention' : 'note'} title={words.notice[newest.kind]}>
        <Said notice={newest} {...{ locale, words }} />
        {older.length > 0 && (
          <details>
            <summary>{words.notices}</summary>
            <ul>
              {older.map(one => (
                <li key={one.at}>
                  {words.notice[one.kind]}
                  <br />
                  <Said notice={one} {...{ locale, words }} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </Notice>
    </section>
  )
}

function Said({ notice, locale, words }: Omit<NoticesProps, 'notices' | 'className'> & { notice: WireNotice }) {
  return (
    <p>
      {said(notice.words, locale)}
      {notice.closesAt !== null && ` ${words.noticeUntil(dayTime(notice.closesAt, locale))}`}
      <br />
      <small>{dayTime(notice.at, locale)}</small>
    </p>
  )
}

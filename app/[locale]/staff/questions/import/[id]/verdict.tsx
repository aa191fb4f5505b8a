import { dayTime } from '#app/format'
import { Notice } from '#components/notice'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { Preview } from '#services/preview'
import styles from '../../../../../../components/staff/staff.module.css'

/** rowsIn = good + refused; of the good ones, what storing them would do to a set that is there. */
export function Numbers({ preview, text }: { preview: Preview; text: Messages }) {
  const { bank, imports } = text
  const { rowsIn, good, added, revised, unchanged, refused, warnings } = preview
  const changes = [
    [imports.added, added],
    [imports.revised, revised],
    [imports.unchanged, unchanged],
  ] as const
  const shown = [
    [bank.rowsIn, rowsIn],
    ...(preview.target ? changes : [[bank.good, good] as const]),
    [bank.refused, refused],
    [bank.warnings, warnings],
  ] as const
  return (
    <dl className={styles.numbers}>
      {shown.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  )
}

/** In one sentence: whether all, some or none of it can be stored; whether it was stored before. */
export function Verdict({ preview, text, locale }: { preview: Preview; text: Messages; locale: Locale }) {
  const { sameFile } = preview
  return (
    <>
      {sameFile && <Notice kind="attention">{text.bank.sameFile(sameFile.name, dayTime(sameFile.at, locale))}</Notice>}
      <Judgement preview={preview} text={text} />
    </>
  )
}

function Judgement({ preview, text }: { preview: Preview; text: Messages }) {
  const { good, added, revised, refused, warnings } = preview
  if (good === 0) return <Notice kind="wrong">{text.bank.noneGood}</Notice>
  if (added + revised === 0) return <Notice>{text.imports.nothingNew}</Notice>
  if (refused > 0) return <Notice kind="attention">{text.bank.someBad(refused)}</Notice>
  return warnings === 0 ? <Notice kind="good">{text.bank.allGood}</Notice> : null
}

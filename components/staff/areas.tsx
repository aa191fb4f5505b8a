import { formTexts, plain } from '#app/plain'
import { type Locale, type LocalText, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { Reporter } from '#services/reporter'
import { AreaForm } from './area-form.tsx'
import styles from './staff.module.css'

interface AreasProps {
  reporters: Reporter[]
  regions: [string, LocalText][]
  departments: [string, LocalText][]
  locale: Locale
  text: Messages
}

/** Every reporter with the district or county and the department that they report for. */
export function Areas({ reporters, regions, departments, locale, text }: AreasProps) {
  if (reporters.length === 0) return null
  const words = text.campaign
  const options = (values: [string, LocalText][]) => [
    { value: '', label: words.areaNone },
    ...values.map(([value, name]) => ({ value, label: said(name, locale) })),
  ]
  return (
    <>
      <h2>{words.areaTitle}</h2>
      <ul className={styles.plainList}>
        {reporters.map(({ login, name, region, department }) => (
          <li key={login} className={styles.plainList}>
            <h3>{name ?? login}</h3>
            <AreaForm
              locale={locale}
              login={login}
              label={words.areaWhy(name ?? login)}
              region={region ?? ''}
              department={department ?? ''}
              regions={options(regions)}
              departments={options(departments)}
              text={plain(words)}
              frame={formTexts(text)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

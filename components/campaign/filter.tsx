import { day } from '#app/format'
import { paths } from '#app/paths'
import { Button } from '#components/button'
import { startOfDay } from '#core/day'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ActivityFilter, CampaignPage } from '#services/campaign'
import styles from './campaign.module.css'

interface FilterProps {
  slug: string
  choices: CampaignPage['choices']
  chosen: ActivityFilter
  locale: Locale
  words: Messages['campaign']
}

/** A plain form that asks for the page again: the address keeps what was chosen, and no script is needed. */
export function Filter({ slug, choices, chosen, locale, words }: FilterProps) {
  const named = (options: CampaignPage['choices']['regions']) =>
    options.map(({ value, name, count }) => ({ value, label: words.choice(said(name, locale), count) }))
  const groups = [
    { name: 'day', label: words.day, all: words.allDays, options: daysOf(choices.days, locale, words) },
    { name: 'region', label: words.region, all: words.allRegions, options: named(choices.regions) },
    { name: 'department', label: words.department, all: words.allDepartments, options: named(choices.departments) },
  ] as const
  const shown = groups.filter(group => group.options.length > 0)
  if (shown.length === 0) return null
  return (
    <form className={styles.filter} method="get" action={paths.campaign(locale, slug)} aria-label={words.filter}>
      {shown.map(group => (
        <label key={group.name} className={styles.choice}>
          <span>{group.label}</span>
          <select name={group.name} defaultValue={chosen[group.name] ?? ''}>
            <option value="">{group.all}</option>
            {group.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="submit">{words.apply}</Button>
    </form>
  )
}

const daysOf = (days: CampaignPage['choices']['days'], locale: Locale, words: Messages['campaign']) =>
  days.map(({ value, count }) => ({ value, label: words.choice(day(startOfDay(value), locale), count) }))

/** What the form of a report is given: only what its writer may report for. */
import type { Allowed } from '#core/account/roles'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { placesToReport } from '#services/activity-draft'
import { runtime } from '#services/runtime'
import { paths } from './paths.ts'
import { formTexts, plain } from './plain.ts'

export async function activityFormParts(
  locale: Locale,
  text: Messages,
  allowed: Allowed<'activities.write'>,
  campaign: string,
) {
  const places = await placesToReport(runtime(), allowed, campaign)
  if (!places) return null
  const options = (values: { slug: string; name: { zh: string; en: string } }[], none: string | null) => [
    ...(none === null ? [] : [{ value: '', label: none }]),
    ...values.map(({ slug, name }) => ({ value: slug, label: said(name, locale) })),
  ]
  return {
    locale,
    campaign,
    regions: options(places.regions, places.city ? text.campaign.city : null),
    departments: options(places.departments, places.alone ? '—' : null),
    activitiesHref: `${paths.staffCampaign(locale, campaign)}/activities`,
    text: plain(text.campaign),
    frame: formTexts(text),
  }
}

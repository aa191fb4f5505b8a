/** What the form of a campaign is given, beside the campaign itself. */
import type { Allowed } from '#core/account/roles'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { listContests } from '#services/contest'
import { runtime } from '#services/runtime'
import { paths } from './paths.ts'
import { formTexts, plain } from './plain.ts'

export async function campaignFormParts(locale: Locale, text: Messages, _allowed: Allowed<'campaigns.write'>) {
  const contests = await listContests(runtime())
  return {
    locale,
    contests: contests.map(({ slug, title }) => ({ value: slug, label: said(title, locale) })),
    homeHref: paths.staffCampaigns(locale),
    templates: {
      english: text.campaign.fieldEnglish('{name}'),
      itemWrong: text.campaign.itemWrong(Number.NaN).replace('NaN', '{line}'),
    },
    text: plain(text.campaign),
    frame: formTexts(text),
  }
}

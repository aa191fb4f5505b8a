import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { ownPath, paths } from '#app/paths'
import { regionChoices } from '#app/region-choices'
import { signedIn } from '#app/session'
import { RegionForm } from '#components/account/region-form'
import { Back } from '#components/back'
import { dayOf } from '#core/day'
import { meOf } from '#services/account'
import { editionOn, regionsOf } from '#services/region'
import { runtime } from '#services/runtime'

interface MyRegionProps {
  params: LocaleParams
  searchParams: Promise<{ next?: string | string[] }>
}

export const generateMetadata = async ({ params }: MyRegionProps): Promise<Metadata> => ({
  title: (await speak(params)).text.account.regionTitle,
})

export default async function MyRegion({ params, searchParams }: MyRegionProps) {
  const { locale, text } = await speak(params)
  const { next } = await searchParams
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.myRegion(locale)))
  const rt = runtime()
  const units = await regionsOf(rt, await editionOn(rt, dayOf(rt.clock.now())), locale)
  const me = await meOf(rt, who.account.id)
  const { regionTitle, regionHint, regionSearch, regionSearchHint, regionNone, regionFound, regionNeeded } =
    text.account
  const { organisation, organisationHint, saveRegion } = text.account
  const { offline, errorPrefix, errorSummary } = text.frame
  return (
    <div className="wrap">
      {next === undefined && <Back href={paths.me(locale)}>{text.account.meTitle}</Back>}
      <RegionForm
        locale={locale}
        groups={regionChoices(units, text.account)}
        region={me.region?.slug ?? null}
        organisation={me.organisation ?? ''}
        doneHref={ownPath(next, paths.me(locale))}
        text={{
          ...{ regionTitle, regionHint, regionSearch, regionSearchHint, regionNone, regionFound, regionNeeded },
          ...{ organisation, organisationHint, saveRegion, offline, errorPrefix, errorSummary },
        }}
      />
    </div>
  )
}

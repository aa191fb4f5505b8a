import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { EntryForm } from '#components/account/entry-form'
import { Back } from '#components/back'
import { asksAge, asksGuardian } from '#core/contest/eligibility'
import { said } from '#core/locale'
import { meOf } from '#services/account'
import { entryFor } from '#services/entry'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.entry.title,
  robots: { index: false },
})

/** What the contest's rules ask of a person, beside what the account says already. */
export default async function Enter({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const here = paths.enter(locale, slug)
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, here))
  const rt = runtime()
  const found = await entryFor(rt, who, slug)
  if (!found) notFound()
  const { contest, entrant } = found
  if (entrant.region === null) redirect(paths.myRegion(locale, here))
  const { who: may, identity } = contest.rules
  const words = text.entry
  const asked = (field: { need: string; at: string }) => field.need !== 'off' && field.at === 'entry'
  const { organisation } = await meOf(rt, who.account.id)
  return (
    <div className="wrap">
      <Back href={paths.contest(locale, slug)}>{words.toContest}</Back>
      <EntryForm
        locale={locale}
        slug={slug}
        tracks={
          may.tracks.length === 0
            ? null
            : may.tracks.map(({ id, name, fromAge, toAge }) => ({
                id,
                label: said(name, locale) + (fromAge === null && toAge === null ? '' : words.ages(fromAge, toAge)),
              }))
        }
        organisation={
          may.organisation.need === 'off'
            ? null
            : {
                now: organisation && words.organisationIs(organisation),
                href: paths.myRegion(locale, here),
                change: words.organisationChange,
                individual: may.organisation.individual ? words.individual : null,
              }
        }
        name={asked(identity.name)}
        number={asked(identity.number)}
        age={asksAge(may) ? words.old(may.minimumAge) : asksGuardian(may) ? words.old(14) : null}
        guardian={asksGuardian(may) ? words.guardian : null}
        held={{
          track: entrant.track,
          individual: entrant.individual,
          name: entrant.name ?? '',
          number: entrant.number ?? '',
          age: entrant.grown,
          guardian: entrant.guardian,
        }}
        doneHref={paths.contest(locale, slug)}
        text={{
          ...{ title: words.title, lead: words.lead, track: words.track, trackHint: words.trackHint },
          ...{ organisationTitle: words.organisation, nameTitle: words.name, nameHint: words.nameHint },
          ...{ numberTitle: words.number, numberHint: words.numberHint, ageTitle: words.age, save: words.save },
          ...{ offline: text.frame.offline, errorPrefix: text.frame.errorPrefix },
          ...{ errorSummary: text.frame.errorSummary, wrong: words.wrong },
        }}
      />
    </div>
  )
}

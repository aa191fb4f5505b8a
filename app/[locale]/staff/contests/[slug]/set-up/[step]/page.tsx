import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { RuleGroups } from '#components/contest/rule-groups'
import { Phrases } from '#components/phrases'
import { PaperCheck } from '#components/staff/paper-check'
import { SpreadTable } from '#components/staff/spread-table'
import { StepForm } from '#components/wizard/step-form'
import { StepList } from '#components/wizard/step-list'
import { type WizardStep, wizardSteps } from '#core/contest/wizard'
import { said } from '#core/locale'
import { explained } from '#messages/explain'
import { contestForStaff } from '#services/contest-view'
import { chaptersOf } from '#services/handbook'
import { organisationNames } from '#services/organisation'
import { paperSpreads } from '#services/paper-spread'
import { listSets } from '#services/question'
import { regionsOf } from '#services/region'
import { runtime } from '#services/runtime'
import styles from '../../../../../../../components/staff/staff.module.css'
import wizardStyles from '../../../../../../../components/wizard/wizard.module.css'

type Params = LocaleParams & Promise<{ slug: string; step: string }>

const isStep = (step: string): step is WizardStep => (wizardSteps as readonly string[]).includes(step)

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { step } = await params
  const { steps } = (await speak(params)).text.wizard
  return { title: isStep(step) ? steps[step] : '' }
}

/** One step of setting a contest up; the rules as the public reads them stand beside it. */
export default async function SetUp({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug, step } = await params
  if (!isStep(step)) notFound()
  const allowed = await staffWith(locale, 'contests.write', paths.staffSetUpContest(locale, slug, step))
  const rt = runtime()
  const found = await contestForStaff(rt, allowed, slug)
  if (!found.ok) notFound()
  const contest = found.value
  const { title, summary, opensAt, closesAt, rules, phase } = contest
  const words = text.wizard
  const place = wizardSteps.indexOf(step)
  const [sets, chapters, regions, organisations] = await Promise.all([
    listSets(rt, allowed),
    chaptersOf(rt),
    regionsOf(rt, contest.edition, locale),
    organisationNames(rt, rules),
  ])
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{said(title, locale)}</Back>
      <h1>
        <Phrases of={words.stepOf(place + 1, wizardSteps.length, words.steps[step])} />
      </h1>
      <StepList {...{ locale, slug, step, words }} />
      <div className={wizardStyles.columns}>
        <StepForm
          key={step}
          {...{ locale, slug, step }}
          draft={{ slug, title, summary, opensAt, closesAt, rules, sets: contest.sets.map(set => set.id) }}
          lists={{
            // A retired set stays with the contests that chose it.
            sets: sets
              .filter(set => set.retiredAt === null || contest.sets.some(own => own.id === set.id))
              .map(set => ({ id: set.id, label: `${set.name}（${text.bank.setOf(set.questions)}）` })),
            regions: regions
              .filter(region => region.kind !== 'zone')
              .map(region => ({ slug: region.slug, name: region.name, group: region.group ?? '' })),
            chapters: chapters.map(({ number, name }) => ({ number, name: said(name, locale) })),
            organisations,
          }}
          words={plain(words)}
          frame={formTexts(text)}
          locked={phase === 'open' || phase === 'closed'}
          contestsHref={paths.staffContests(locale)}
          nextStep={wizardSteps[place + 1] ?? null}
          previousStep={wizardSteps[place - 1] ?? null}
        />
        <aside className={wizardStyles.preview} aria-labelledby="preview">
          {step === 'paper' && (
            <section className={wizardStyles.check} aria-labelledby="spread">
              <h2 id="spread">{text.spread.title}</h2>
              <PaperCheck contest={contest} text={text} />
              <SpreadTable
                same={contest.rules.paper.draw === 'fixed'}
                spreads={await paperSpreads(rt, allowed, slug)}
                locale={locale}
                text={text.spread}
              />
            </section>
          )}
          <h2 id="preview">{words.preview}</h2>
          <p className={styles.lead}>{words.previewLead}</p>
          <RuleGroups groups={explained(rules, { opensAt, closesAt }, locale)} />
        </aside>
      </div>
    </div>
  )
}

import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { signedIn } from '#app/session'
import { Paper } from '#components/paper/paper'
import type { ContestRules } from '#core/contest/rules'
import type { Messages } from '#messages/zh'
import { contestBySlug } from '#services/contest'
import { attemptsOf } from '#services/my-attempts'
import { runtime } from '#services/runtime'

type Params = LocaleParams & Promise<{ id: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await speak(params)).text.paper.title, robots: { index: false } }
}

/** What the paper says of marks depends on the rules. */
const paperWords = (words: Messages['paper'], { partial, wrongCosts }: ContestRules['paper']): Messages['paper'] => ({
  ...words,
  chooseSeveral: partial.by === 'none' ? words.chooseSeveral : words.chooseSeveralParts,
  checkSome: wrongCosts > 0 ? words.checkSomeCosts : words.checkSome,
})

/** The paper. Its questions come by the API, so that nothing of them is ever in a page. */
export default async function AttemptPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const who = await signedIn()
  if (!who) redirect(paths.signIn(locale, paths.attempt(locale, id)))
  const attempt = (await attemptsOf(runtime(), who.account.id)).find(one => one.id === id)
  if (!attempt) notFound()
  if (attempt.finishedAt !== null) redirect(paths.result(locale, id))
  const contest = await contestBySlug(runtime(), attempt.contestSlug)
  if (!contest) notFound()
  return (
    <>
      <noscript>
        <p className="wrap">{text.paper.needsScript}</p>
      </noscript>
      <Paper
        attempt={id}
        locale={locale}
        words={paperWords(text.paper, contest.rules.paper)}
        hrefs={{
          contest: paths.contest(locale, attempt.contestSlug),
          result: paths.result(locale, id),
          signIn: paths.signIn(locale, paths.attempt(locale, id)),
        }}
      />
    </>
  )
}

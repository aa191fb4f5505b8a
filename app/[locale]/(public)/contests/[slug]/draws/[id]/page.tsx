import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count, dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { CheckDraw } from '#components/prize/check-draw'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { contestBySlug } from '#services/contest'
import { type DrawView, drawViews } from '#services/draw-public'
import { runtime } from '#services/runtime'
import styles from '../../../../../../../components/prize/prize.module.css'

type Params = LocaleParams & Promise<{ slug: string; id: string }>

/** The draw with its name, or null. */
async function found(slug: string, id: string, locale: Locale) {
  const rt = runtime()
  const contest = await contestBySlug(rt, slug)
  const draw = (await drawViews(rt, slug))?.find(one => one.id === id)
  if (!contest || !draw) return null
  const { rules } = contest
  const name = rules.draws.find(rule => rule.id === draw.rule)?.name
  const stage = draw.kind === 'stage' && rules.calendar.stages.find(({ id }) => id === draw.scope)?.name
  const part = draw.kind === 'day' ? draw.scope : stage ? said(stage, locale) : ''
  return { contest, draw, name: [name && said(name, locale), part].filter(Boolean).join(' · ') }
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const { slug, id } = await params
  const shown = await found(slug, id, locale)
  return shown ? { title: text.prize.drawTitle(shown.name) } : {}
}

/** Everything that was published about one draw, and a check that runs on the reader's own device. */
export default async function DrawPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug, id } = await params
  const shown = await found(slug, id, locale)
  if (!shown) notFound()
  const { draw, name } = shown
  const words = text.prize
  const state = draw.repeatedBy ? 'repeated' : draw.drawnAt === null ? 'frozen' : 'drawn'
  return (
    <div className="wrap">
      <Back href={paths.winners(locale, slug)}>{words.backToWinners}</Back>
      <div className={styles.listHead}>
        <h1>{words.drawTitle(name)}</h1>
        <Tag kind={state === 'drawn' ? 'good' : state === 'frozen' ? 'attention' : 'quiet'}>
          {words.drawState[state]}
        </Tag>
      </div>
      <Repeats {...{ draw, slug, locale, words }} />
      <Steps {...{ draw, locale, words }} />
      <section className={styles.step} aria-labelledby="verify">
        <h2 id="verify">{words.verify}</h2>
        <p className={styles.lead}>{words.verifyLead}</p>
        <CheckDraw
          draw={id}
          file={paths.drawFile(slug, id)}
          locale={locale}
          mineHref={paths.myPrizes(locale)}
          words={plain(words)}
        />
      </section>
      <section className={styles.step} aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <p className={styles.lead}>{words.filesWhy}</p>
        <ul className={styles.draws}>
          <li>
            <a href={paths.drawFile(slug, id)}>{words.fileDraw}</a>
          </li>
          <li>
            <a href={paths.verifier('verify-draw.mjs')}>{words.fileNode}</a>
          </li>
          <li>
            <a href={paths.verifier('verify_draw.py')}>{words.filePython}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}

interface PartProps {
  draw: DrawView
  locale: Locale
  words: Messages['prize']
}

function Repeats({ draw, slug, locale, words }: PartProps & { slug: string }) {
  const other = draw.repeatedBy ?? draw.repeats?.draw
  if (!other) return null
  return (
    <Notice kind="attention">
      {draw.repeatedBy ? words.repeatedBy : words.repeatsThis(draw.repeats?.reason ?? '')}{' '}
      <a href={paths.draw(locale, slug, other)}>{words.seeOther}</a>
    </Notice>
  )
}

function Steps({ draw, locale, words }: PartProps) {
  return (
    <>
      <Step id="step-1" title={`1 · ${words.step1}`} why={words.step1Why}>
        <Fact name={words.frozenAt}>{dayTime(draw.frozenAt, locale)}</Fact>
        <Fact name={words.listed}>{words.listedPeople(count(draw.people))}</Fact>
        <Fact name={words.prizes}>
          {[
            ...draw.prizes.map(prize => words.prizeLine(said(prize.name, locale), prize.count)),
            ...(draw.alternates > 0 ? [words.alternates(draw.alternates)] : []),
          ].join(locale === 'zh' ? '，' : ', ')}
        </Fact>
        {draw.witnesses.length > 0 && (
          <Fact name={words.witnesses}>{draw.witnesses.join(locale === 'zh' ? '、' : ', ')}</Fact>
        )}
        <Fact name={words.commitment}>
          <code className={styles.code}>{draw.commitment}</code>
        </Fact>
      </Step>
      <Step id="step-2" title={`2 · ${words.step2}`} why={words.step2Why}>
        <Fact name={words.source}>{draw.source}</Fact>
        <Fact name={words.numberAt}>{dayTime(draw.numberAt, locale)}</Fact>
        <Fact name={words.number}>{draw.number ?? words.notYet}</Fact>
      </Step>
      {draw.drawnAt !== null && (
        <Step id="step-3" title={`3 · ${words.step3}`} why={words.step3Why}>
          <Fact name={words.drawnAt}>{dayTime(draw.drawnAt, locale)}</Fact>
          <Fact name={words.seed}>
            <code className={styles.code}>{draw.seed}</code>
          </Fact>
          <Tokens title={words.order} tokens={draw.winners} />
          {draw.standbys.length > 0 && <Tokens title={words.orderAlternates} tokens={draw.standbys} />}
        </Step>
      )}
    </>
  )
}

function Step({ id, title, why, children }: { id: string; title: string; why: string; children: React.ReactNode }) {
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.lead}>{why}</p>
      <dl className={styles.facts}>{children}</dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Many are folded away. */
function Tokens({ title, tokens }: { title: string; tokens: string[] }) {
  const list = (
    <ol className={styles.tokens}>
      {tokens.map(token => (
        <li key={token}>
          <code className={styles.code}>{token}</code>
        </li>
      ))}
    </ol>
  )
  return (
    <Fact name={title}>
      {tokens.length <= 5 ? (
        list
      ) : (
        <details className={styles.more}>
          <summary>{count(tokens.length)}</summary>
          {list}
        </details>
      )}
    </Fact>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { actTexts } from '#app/plain'
import { previewTexts } from '#app/preview-texts'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { ActButtons } from '#components/staff/act-buttons'
import { stateKind, Use } from '#components/staff/bank-rows'
import { History } from '#components/staff/history'
import { QuestionPreview } from '#components/staff/question-preview'
import { ReportsOn } from '#components/staff/reports-on'
import { Tag } from '#components/tag'
import { article, lawDay } from '#core/bank/cite'
import { type Locale, said } from '#core/locale'
import type { WireQuestionView } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import { viewQuestion } from '#services/question-view'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/bank.module.css'
import view from '../../../../../components/staff/question-view.module.css'
import staffStyles from '../../../../../components/staff/staff.module.css'

interface QuestionProps {
  params: LocaleParams & Promise<{ id: string }>
  searchParams: Promise<{ saved?: string }>
}

export const generateMetadata = async ({ params }: QuestionProps): Promise<Metadata> => ({
  title: (await speak(params)).text.bankWork.view.title,
})

/** One question: where it stands, what may be done, how citizens see it, its history, what they say of it. */
export default async function QuestionPage({ params, searchParams }: QuestionProps) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const allowed = await staffWith(locale, 'questions.read', paths.staffQuestion(locale, id))
  const found = await viewQuestion(runtime(), allowed, id)
  if (!found.ok) notFound()
  const question = found.value
  const words = text.bankWork.view
  const texts = await previewTexts(locale, runtime())
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <Back href={paths.staffQuestions(locale)}>{text.bankWork.list.title}</Back>
      <div className={staffStyles.head}>
        <h1>{words.heading(question.number)}</h1>
        {question.mayWrite && (
          <ButtonLink kind="seal" href={paths.staffEditQuestion(locale, id)}>
            {words.edit}
          </ButtonLink>
        )}
      </div>
      {(await searchParams).saved !== undefined && (
        <Notice kind="good" role="status">
          {words.saved}
        </Notice>
      )}
      <Standing question={question} locale={locale} text={text} />
      <Hindrances question={question} locale={locale} text={text} laws={texts.laws} />
      <ActButtons
        locale={locale}
        question={id}
        actions={question.actions
          .filter(({ action }) => action !== 'move')
          .map(({ action, why }) => ({
            action,
            why: why && text.bankWork.hindered(why, action, question.state),
          }))}
        text={actTexts(text)}
        errorPrefix={text.frame.errorPrefix}
      />
      <QuestionPreview written={question.written} locale={locale} text={texts} />
      <Sources question={question} locale={locale} words={words} laws={texts.laws} />
      <ReportsOn reports={question.reports} locale={locale} text={text} />
      <History question={question} locale={locale} text={text} />
    </div>
  )
}

interface PartProps {
  question: WireQuestionView
  locale: Locale
  text: Messages
}

function Standing({ question, locale, text }: PartProps) {
  const { bank, bankWork } = text
  const { written, state, inUse, set, author, at, use, revision, publishedRevision } = question
  return (
    <div className={view.standing}>
      <p className={view.tags}>
        {inUse && state !== 'published' && <Tag kind="good">{bankWork.view.inUse(publishedRevision ?? 0)}</Tag>}
        <Tag kind={stateKind[state]}>
          {inUse && state !== 'published' && `${bankWork.list.changing} · `}
          {bankWork.states[state]}
        </Tag>
      </p>
      <p className={styles.meta}>
        <span>{bank.kinds[written.kind]}</span>
        <span>{bank.level(written.level)}</span>
        {written.chapter !== null && <span>{bank.chapter(written.chapter)}</span>}
        {(written.validFrom ?? written.validTo) && <span>{bank.valid(written.validFrom, written.validTo)}</span>}
        <span>{bankWork.view.seconds(written.seconds)}</span>
        <a href={paths.staffSet(locale, set.id, question.number)}>{set.name}</a>
        <span>{bankWork.view.by(revision, author ?? bankWork.view.product, dayTime(at, locale))}</span>
        <Use use={use} words={bankWork.list} />
      </p>
      {written.levelReason && said(written.levelReason, locale) !== '' && (
        <p className={staffStyles.hint}>{bankWork.view.reason(said(written.levelReason, locale))}</p>
      )}
    </div>
  )
}

type Laws = Awaited<ReturnType<typeof previewTexts>>['laws']

/** What keeps it from being used or published, beyond its state. */
function Hindrances({ question, locale, text, laws }: PartProps & { laws: Laws }) {
  const words = text.bankWork.view
  const waits = question.state === 'waiting' || question.state === 'draft'
  return (
    <>
      {waits && question.reviewers === 0 && <Notice kind="attention">{text.bankWork.list.alone}</Notice>}
      {question.heldBy.map(({ law, article: number, inForce }) => (
        <Notice key={`${law} ${number}`} kind="attention">
          {words.held(
            said(laws[law] ?? { zh: law, en: law }, locale),
            article(number, locale),
            lawDay(inForce, locale),
          )}{' '}
          <a href={paths.staffLaws(locale)}>{words.toLaws}</a>
        </Notice>
      ))}
    </>
  )
}

function Sources({
  question,
  locale,
  words,
  laws,
}: Omit<PartProps, 'text'> & { words: Messages['bankWork']['view']; laws: Laws }) {
  const { sources, entryId } = question.written
  return (
    <section className={view.part}>
      <h2>{words.sources}</h2>
      {sources.length === 0 && <p className={staffStyles.hint}>{words.noSources}</p>}
      <ul className={staffStyles.plainList}>
        {sources.map(({ law, article: number, anchors }) => (
          <li key={`${law} ${number}`}>
            <a href={`${paths.staffLaw(locale, law, number)}#touched`}>
              {said(laws[law] ?? { zh: law, en: law }, locale)} {article(number, locale)}
            </a>
            {anchors.length > 0 && <span className={styles.number}> {anchors.join('、')}</span>}
          </li>
        ))}
        {entryId && <li>{words.entry(entryId)}</li>}
      </ul>
    </section>
  )
}

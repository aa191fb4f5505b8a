import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Pagination } from '#components/pagination'
import { Phrases } from '#components/phrases'
import { ColumnsForm } from '#components/staff/columns-form'
import { ProblemKeys } from '#components/staff/problem-keys'
import { Problems } from '#components/staff/problems'
import { Questions } from '#components/staff/question'
import { StoreForm } from '#components/staff/store-form'
import { Twins } from '#components/staff/twins'
import type { Locale } from '#core/locale'
import { inWords } from '#messages/problem'
import type { Messages } from '#messages/zh'
import { type Preview, previewById } from '#services/preview'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'
import { choicesOf } from './choices.ts'
import { Numbers, Verdict } from './verdict.tsx'

interface Props {
  params: LocaleParams & Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.storeTitle,
})

/** What the file would bring: numbers, problems with their places, the questions as citizens see them, then storing. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const asked = await searchParams
  const pages = { problems: pageIn(asked.problems), questions: pageIn(asked.questions) }
  const allowed = await staffWith(locale, 'questions.write', paths.staffPreview(locale, id))
  const found = await previewById(runtime(), allowed, id, pages)
  if (!found.ok) notFound()
  const preview = found.value
  const part = { preview, locale, text, pages }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffImport(locale)}>{text.bank.again}</Back>
      <h1>
        <Phrases of={text.bank.previewTitle(preview.fileName)} />
      </h1>
      {preview.needsColumns || asked.columns === '1' ? <ColumnsPart {...part} /> : <Checked {...part} />}
    </div>
  )
}

const pageIn = (written: string | string[] | undefined): number =>
  /^[1-9]\d{0,3}$/.test(String(written)) ? Number(written) : 1

interface Part {
  preview: Preview
  locale: Locale
  text: Messages
  pages: { problems: number; questions: number }
}

function ColumnsPart({ preview, locale, text }: Part) {
  const { headings } = preview
  if (!headings) notFound()
  return (
    <>
      <h2>{text.imports.columnsTitle}</h2>
      <p className={styles.lead}>{text.imports.columnsLead(headings.sheet)}</p>
      <ColumnsForm
        locale={locale}
        preview={preview.id}
        href={paths.staffPreview(locale, preview.id)}
        columns={headings.columns}
        headless={headings.headless}
        choices={choicesOf(text.imports)}
        text={plain(text.imports)}
        frame={formTexts(text)}
      />
    </>
  )
}

function Checked(part: Part) {
  const { preview, locale, text } = part
  const { problems, twins, twinCount, good, added, revised } = preview
  return (
    <>
      <p className={styles.about}>
        <span>{text.imports.readAs(text.imports.format[preview.format] ?? '', preview.target?.name ?? null)}</span>
        {preview.mapped && <span>{text.imports.mapped}</span>}
        {!preview.mapped && preview.headings?.headless && <span>{text.imports.readHeadless}</span>}
        {preview.headings && (
          <a href={paths.staffPreview(locale, preview.id, { columns: '1' })}>{text.imports.changeColumns}</a>
        )}
      </p>
      <Numbers preview={preview} text={text} />
      <Verdict preview={preview} text={text} locale={locale} />
      {problems.length > 0 && <ProblemPart {...part} />}
      {twins.length > 0 && (
        <>
          <h2>{text.imports.twinsTitle}</h2>
          <p className={styles.lead}>{text.imports.twinsLead(twinCount)}</p>
          <Twins
            twins={twins}
            locale={locale}
            text={text.imports}
            hrefOf={(set, at) => paths.staffSet(locale, set, at)}
          />
          {twinCount > twins.length && <p>{text.imports.twinsMore(twinCount - twins.length)}</p>}
        </>
      )}
      {added + revised > 0 && <StorePart {...part} />}
      {good > 0 && <QuestionPart {...part} />}
      {added + revised === 0 && (
        <p>
          <ButtonLink kind="seal" href={paths.staffImport(locale)}>
            {text.bank.again}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function ProblemPart({ preview, locale, text, pages }: Part) {
  const here = (n: number) =>
    paths.staffPreview(locale, preview.id, { problems: `${n}`, questions: `${pages.questions}` })
  const { next, previous, keys, rest, restWhy } = text.imports
  return (
    <>
      <h2>{text.bank.problemsTitle}</h2>
      {preview.refused > 0 && (
        <p className={styles.actions}>
          <a href={`/api/v1/question-sets/previews/${preview.id}/rest?locale=${locale}`} download>
            {rest}
          </a>
          <span className={styles.hint}>{restWhy}</span>
        </p>
      )}
      <ProblemKeys next={next} previous={previous} hint={keys}>
        <Problems
          problems={preview.problems.map(problem => inWords(problem, text.bank))}
          questions={new Set(preview.questions.map(question => question.place))}
          text={text.bank}
        />
      </ProblemKeys>
      <Pages
        at={pages.problems}
        of={preview.pages.problems}
        hrefOf={here}
        text={text}
        label={text.bank.problemsTitle}
      />
    </>
  )
}

function StorePart({ preview, locale, text }: Part) {
  const { target, fileName, added, revised, head } = preview
  const unnamed = { name: fileName.replace(/\.[a-z]+$/i, ''), owner: '', licence: '', source: '' }
  return (
    <>
      <h2>{text.bank.storeTitle}</h2>
      <StoreForm
        locale={locale}
        preview={preview.id}
        head={target ? unnamed : (head ?? unnamed)}
        isUpdate={target !== null}
        action={target ? text.imports.update(added, revised) : text.bank.store(added)}
        setsHref={paths.staffSets(locale)}
        text={plain(text.bank)}
        words={plain(text.imports)}
        frame={formTexts(text)}
      />
    </>
  )
}

function QuestionPart({ preview, locale, text, pages }: Part) {
  const here = (n: number) =>
    paths.staffPreview(locale, preview.id, { problems: `${pages.problems}`, questions: `${n}` })
  return (
    <>
      <h2>{text.bank.questionsTitle}</h2>
      <Questions questions={preview.questions} locale={locale} text={text.bank} />
      <Pages
        at={pages.questions}
        of={preview.pages.questions}
        hrefOf={here}
        text={text}
        label={text.bank.questionsTitle}
      />
    </>
  )
}

interface PagesProps {
  at: number
  of: number
  hrefOf: (page: number) => string
  text: Messages
  label: string
}

function Pages({ at, of, hrefOf, text, label }: PagesProps) {
  if (of === 1) return null
  return (
    <>
      <p className={styles.hint}>{text.imports.pageOf(at, of)}</p>
      <Pagination
        label={label}
        previous={at > 1 ? { href: hrefOf(at - 1), label: text.frame.previous } : null}
        next={at < of ? { href: hrefOf(at + 1), label: text.frame.next } : null}
      />
    </>
  )
}

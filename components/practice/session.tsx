'use client'
/** Practising on screen: one question, its reason, the next step at the thumb. */
import { useState } from 'react'
import { paths } from '#app/paths'
import type { Locale } from '#core/locale'
import type { PracticeAsk } from '#core/practice/session'
import { Button, ButtonLink } from '../button.tsx'
import type { ReportWords } from '../error-report.tsx'
import { Notice } from '../notice.tsx'
import { Help } from '../paper/help.tsx'
import steps from '../paper/steps.module.css'
import { useDialog } from '../paper/use-dialog.ts'
import { useKeys } from '../paper/use-keys.ts'
import { End } from './end.tsx'
import { Question } from './question.tsx'
import styles from './session.module.css'
import { Told } from './told.tsx'
import { useSession } from './use-session.ts'
import type { Words } from './words.ts'

interface SessionProps {
  ask: PracticeAsk
  locale: Locale
  words: Words
  report: ReportWords
}

export function Session({ ask, locale, words, report }: SessionProps) {
  const session = useSession(ask, locale, words.offline)
  const { step, told, choice, busy, trouble, stop } = session
  const help = useDialog()
  const [keysOn, setKeysOn] = useState(true)
  const [hint, setHint] = useState('')

  const check = () => {
    if (choice.length === 0) return setHint(words.choose)
    setHint('')
    void session.answer(false)
  }
  const unsure = () => {
    setHint('')
    void session.answer(true)
  }
  const choose = (option: string, on: boolean) => {
    setHint('')
    session.choose(option, on)
  }
  useKeys(keysOn, step?.question.options.length ?? 0, {
    choose(index) {
      const option = step?.question.options[index]
      if (option && step) choose(option.id, step.question.kind !== 'multiple' || !choice.includes(option.id))
    },
    next: () => (told ? session.next() : check()),
    previous: () => {},
    flag: () => {},
    help: help.open,
  })

  if (session.loading) return <p role="status">{words.loading}</p>
  if (stop)
    return (
      <div className={`flow ${styles.stop}`}>
        <Notice kind="attention" title={words.stopped} role="alert">
          {stop.why}
        </Notice>
        <p className={styles.ways}>
          {stop.attempt ? (
            <ButtonLink kind="seal" href={paths.attempt(locale, stop.attempt)}>
              {words.toAttempt}
            </ButtonLink>
          ) : (
            <Button onClick={() => void session.load()}>{words.tryAgain}</Button>
          )}
          <ButtonLink kind="quiet" href={paths.practice(locale)}>
            {words.back}
          </ButtonLink>
        </p>
      </div>
    )
  if (session.empty) return <Empty {...{ ask, words, locale }} />
  if (!step) return <End {...{ words, locale, session }} />
  return (
    <div className={styles.session}>
      <div className={styles.body}>
        <Question key={`${step.question.question} ${step.again}`} {...{ words, step, choice, told, choose }} />
        {told && <Told report={report} {...{ words, locale, step, told }} unsure={choice.length === 0} />}
        {trouble && (
          <div className={styles.stop}>
            <Notice kind="attention" role="alert">
              {trouble.why}
            </Notice>
          </div>
        )}
      </div>
      <div className={`${steps.steps} ${styles.steps}`}>
        <p className={styles.hint} role="status">
          {hint}
        </p>
        <div className={steps.inner}>
          {told ? (
            <Button className={`${steps.step} ${steps.next}`} onClick={session.next}>
              {words.next}
            </Button>
          ) : trouble?.gone ? (
            <Button className={steps.step} onClick={session.next}>
              {words.skip}
            </Button>
          ) : (
            <>
              <Button className={steps.step} aria-disabled={busy} onClick={unsure}>
                {words.unsure}
              </Button>
              <Button className={`${steps.step} ${steps.next}`} aria-disabled={busy} onClick={check}>
                {busy ? words.checking : words.check}
              </Button>
            </>
          )}
          <button type="button" className={steps.keys} aria-haspopup="dialog" onClick={help.open}>
            <kbd>?</kbd> {words.keysOpen}
          </button>
        </div>
      </div>
      <Help dialog={help} {...{ words, keysOn, setKeysOn }} rows={keyRows(words)} />
    </div>
  )
}

const keyRows = (words: Words): [string[], string][] => [
  [['A – H', '1 – 8'], words.keysChoose],
  [['Enter', '→'], words.keysNext],
  [['?'], words.keysHelp],
]

function Empty({ ask, words, locale }: Omit<SessionProps, 'report'>) {
  const why = ask.mode === 'due' ? words.emptyDue : ask.mode === 'mistakes' ? words.emptyMistakes : words.emptyOther
  return (
    <div className={styles.end}>
      <Notice kind="good" title={words.emptyTitle} role="status">
        {why}
      </Notice>
      <p className={styles.ways}>
        <ButtonLink href={paths.practice(locale)}>{words.toChapters}</ButtonLink>
      </p>
    </div>
  )
}

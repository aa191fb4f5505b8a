'use client'
import { Button } from '#components/button'
import { fill } from '#core/fill'
import type { QuestionAction } from '#core/question/state'
import { ActPlan } from './act-plan.tsx'
import view from './question-view.module.css'
import { type ActTexts, useAct } from './use-act.ts'

interface ActButtonsProps {
  locale: 'zh' | 'en'
  question: string
  /** `why` says why not now, in words; null: now. */
  actions: { action: QuestionAction; why: string | null }[]
  text: ActTexts
  errorPrefix: string
}

/** What may be done to one question; what may not be done now stands folded away with the reasons. */
export function ActButtons({ locale, question, actions, text, errorPrefix }: ActButtonsProps) {
  const state = useAct(locale, text)
  const now = actions.filter(({ why }) => why === null)
  const later = actions.filter(({ why }) => why !== null)
  return (
    <div className={view.acts}>
      {now.length > 0 && (
        <p className={view.actsNow}>
          {now.map(({ action }) => (
            <Button
              key={action}
              aria-disabled={state.busy}
              onClick={() => !state.busy && state.look({ action, which: { questions: [question] } })}
            >
              {text.actions[action]}
            </Button>
          ))}
        </p>
      )}
      {later.length > 0 && (
        <details>
          <summary className={view.whyNot}>{fill(text.notNow, { n: later.length })}</summary>
          <dl className={view.actsLater}>
            {later.map(({ action, why }) => (
              <div key={action}>
                <dt>{text.actions[action]}</dt>
                <dd className={view.whyNot}>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <ActPlan state={state} locale={locale} text={text} errorPrefix={errorPrefix} />
    </div>
  )
}

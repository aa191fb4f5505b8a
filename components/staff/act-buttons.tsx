'use client'
import { Button } from '#components/button'
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

/** What may be done to one question; what may not be done now says why. */
export function ActButtons({ locale, question, actions, text, errorPrefix }: ActButtonsProps) {
  const state = useAct(locale, text)
  // What can be done stands first.
  const sorted = actions.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null))
  return (
    <div className={view.acts}>
      <ul className={view.actList}>
        {sorted.map(({ action, why }) => (
          <li key={action}>
            <Button
              aria-disabled={why !== null || state.busy}
              aria-describedby={why ? `why-${action}` : undefined}
              onClick={() => why === null && !state.busy && state.look({ action, which: { questions: [question] } })}
            >
              {text.actions[action]}
            </Button>
            {why && (
              <span id={`why-${action}`} className={view.whyNot}>
                {why}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ActPlan state={state} locale={locale} text={text} errorPrefix={errorPrefix} />
    </div>
  )
}

import { paths } from '#app/paths'
import { type WizardStep, wizardSteps } from '#core/contest/wizard'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import styles from './wizard.module.css'

interface StepListProps {
  locale: Locale
  slug: string
  step: WizardStep
  words: Messages['wizard']
}

/** All steps, to go to any of them. */
export function StepList({ locale, slug, step, words }: StepListProps) {
  return (
    <nav aria-label={words.nav}>
      <ol className={styles.steps}>
        {wizardSteps.map(one => (
          <li key={one}>
            <a href={paths.staffSetUpContest(locale, slug, one)} aria-current={one === step ? 'step' : undefined}>
              {words.steps[one]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { labelled } from '#app/format'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { Tag } from '#components/tag'
import type { Phase } from '#core/contest/phase'
import { type Locale, type LocalText, said } from '#core/locale'
import { questionStates } from '#core/question/state'
import type { WireSet } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import view from './question-view.module.css'
import { RetireSet } from './retire-set.tsx'
import staff from './staff.module.css'

interface SetFactsProps {
  set: WireSet
  contests: readonly { slug: string; title: LocalText; phase: Phase }[]
  locale: Locale
  text: Messages
}

/** A set as a product: whose it is, how many questions stand where, which contests use it. */
export function SetFacts({ set, contests, locale, text }: SetFactsProps) {
  const words = text.bankWork.sets
  return (
    <div className={view.standing}>
      <dl className={staff.numbers}>
        {questionStates.map(state => (
          <div key={state}>
            <dt>{text.bankWork.states[state]}</dt>
            <dd>
              <a href={paths.staffQuestions(locale, { set: set.id, state })}>{set.states[state]}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p className={staff.about}>
        {(['owner', 'source', 'licence'] as const).map(name => (
          <span key={name}>{labelled(words[name], set[name] || words.unknown, locale)}</span>
        ))}
      </p>
      <div className={staff.actions}>
        <a href={paths.staffQuestions(locale, { set: set.id })}>{words.inBank}</a>
        <a href={paths.staffNewQuestion(locale, set.id)}>{text.bankWork.list.newQuestion}</a>
        <a href={paths.staffEditSet(locale, set.id)}>{words.editTitle}</a>
      </div>
      <h2>{words.contests}</h2>
      {contests.length === 0 && <p className={staff.hint}>{words.noContests}</p>}
      <ul className={staff.plainList}>
        {contests.map(({ slug, title, phase }) => (
          <li key={slug}>
            {said(title, locale)} <Tag kind={phase === 'open' ? 'open' : 'quiet'}>{words.phase[phase]}</Tag>
          </li>
        ))}
      </ul>
      <RetireSet
        locale={locale}
        id={set.id}
        retired={set.retiredAt !== null}
        text={plain(words)}
        offline={text.frame.offline}
      />
    </div>
  )
}

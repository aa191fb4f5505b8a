import { count, dayTime } from '#app/format'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { DrawView } from '#services/draw-public'
import type { SettlementView, StaffList } from '#services/settlement-view'
import { FreezeForm } from './freeze-form.tsx'
import { SettledList } from './list-part.tsx'
import { NumberForm } from './number-form.tsx'
import styles from './settle.module.css'

interface DrawsProps {
  settlement: SettlementView
  locale: Locale
  text: Messages
}

/** Every draw that was frozen, and freezing the next. */
export function Draws({ settlement, locale, text }: DrawsProps) {
  const words = text.settle
  const { choices, draws, slug, lists } = settlement
  const instant = lists.filter(list => list.instant !== null)
  if (choices.length === 0 && instant.length > 0)
    return (
      <section className={styles.part} aria-labelledby="draws">
        <h2 id="draws">{words.draws}</h2>
        <InstantLists {...{ instant, settlement, locale, text }} />
      </section>
    )
  if (choices.length === 0)
    return (
      <section className={styles.part} aria-labelledby="draws">
        <h2 id="draws">{words.draws}</h2>
        <p>{words.drawsNone}</p>
      </section>
    )
  return (
    <section className={styles.part} aria-labelledby="draws">
      <h2 id="draws">{words.draws}</h2>
      <InstantLists {...{ instant, settlement, locale, text }} />
      {draws.map(draw => (
        <Draw key={draw.id} {...{ draw, settlement, locale, text }} />
      ))}
      <h3>{words.freeze}</h3>
      <p>{words.freezeLead}</p>
      <FreezeForm
        {...{ locale, slug }}
        key={draws.length + settlement.waiting.length}
        words={plain(words)}
        frame={formTexts(text)}
        choices={choices.flatMap(({ rule, name, scopes }) =>
          scopes.map(({ scope, name: part }) => ({
            value: `${rule} ${scope}`,
            label: [said(name, locale), part ? said(part, locale) : scope].filter(Boolean).join(' · '),
          })),
        )}
      />
    </section>
  )
}

/** What papers have won as they were handed in. */
function InstantLists({ instant, settlement, locale, text }: DrawsProps & { instant: StaffList[] }) {
  return instant.map(list => (
    <div key={list.id} className={styles.draw}>
      <h3>{list.instant && said(list.instant, locale)}</h3>
      <p>{text.settle.instantLead}</p>
      <SettledList {...{ list, settlement, locale, text }} />
    </div>
  ))
}

function Draw({ draw, settlement, locale, text }: DrawsProps & { draw: DrawView }) {
  const words = text.settle
  const shown = text.prize
  const { slug, choices, lists, waiting, now } = settlement
  const choice = choices.find(({ rule }) => rule === draw.rule)
  const list = lists.find(one => one.draw === draw.id)
  const state = draw.repeatedBy ? 'repeated' : draw.drawnAt === null ? 'frozen' : 'drawn'
  const asked = waiting.some(({ subject }) => subject === `draw:${draw.id}`)
  return (
    <div className={styles.draw}>
      <div className={styles.drawHead}>
        <h3>{[choice ? said(choice.name, locale) : draw.rule, draw.scope].filter(Boolean).join(' · ')}</h3>
        <Tag kind={state === 'drawn' ? 'good' : state === 'frozen' ? 'attention' : 'quiet'}>
          {shown.drawState[state]}
        </Tag>
      </div>
      <p>
        {shown.listedPeople(count(draw.people))} · {words.about.source(draw.source, dayTime(draw.numberAt, locale))}
      </p>
      <p className={styles.digest}>
        {shown.commitment} {draw.commitment}
      </p>
      <p>
        <a href={paths.draw(locale, slug, draw.id)}>{words.toDraw}</a>
      </p>
      {state === 'frozen' && !asked && now < draw.numberAt && (
        <p>{words.numberEarly(dayTime(draw.numberAt, locale))}</p>
      )}
      {state === 'frozen' && !asked && now >= draw.numberAt && (
        <NumberForm {...{ locale, slug }} draw={draw.id} words={plain(words)} frame={formTexts(text)} />
      )}
      {list && state === 'drawn' && <SettledList {...{ list, settlement, locale, text }} />}
    </div>
  )
}

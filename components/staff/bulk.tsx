'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import { fill } from '#core/fill'
import type { QuestionAction } from '#core/question/state'
import { ActPlan } from './act-plan.tsx'
import styles from './bank.module.css'
import { type ActTexts, useAct } from './use-act.ts'

interface BulkProps {
  locale: 'zh' | 'en'
  /** Id of the form whose boxes `question` are counted. */
  list: string
  /** How many questions fit the filter, and the filter itself. */
  total: number
  filter: Record<string, string>
  actions: { action: QuestionAction; label: string }[]
  /** Where questions may be moved. */
  sets: { id: string; name: string }[]
  text: ActTexts
  errorPrefix: string
}

/** Selects questions of a list and does something to all of them at once. */
export function Bulk({ locale, list, total, filter, actions, sets, text, errorPrefix }: BulkProps) {
  const { ids, onPage, everything, choosePage, chooseEverything, clear } = useSelection(list)
  const state = useAct(locale, text, clear)
  const [action, setAction] = useState<QuestionAction | undefined>(actions[0]?.action)
  const [set, setSet] = useState(sets[0]?.id ?? '')
  const [missing, setMissing] = useState(false)
  const count = everything ? total : ids.length
  const look = () => {
    setMissing(count === 0)
    if (count === 0 || !action || state.busy) return
    const which = everything ? { filter } : { questions: ids }
    state.look({ action, which, ...(action === 'move' && { set }) })
  }
  return (
    <section className={styles.bulk} aria-label={text.title}>
      <div className={styles.bulkLine}>
        <label className={styles.box}>
          <input
            type="checkbox"
            checked={everything || (onPage > 0 && ids.length === onPage)}
            onChange={event => choosePage(event.currentTarget.checked)}
          />
          {text.selectPage}
        </label>
        <output className={styles.selected}>
          {everything
            ? fill(text.allSelected, { n: total })
            : count === 0
              ? text.noneSelected
              : fill(text.selected, { n: count })}
        </output>
        {!everything && onPage > 0 && ids.length === onPage && total > onPage && (
          <Button kind="quiet" onClick={chooseEverything}>
            {fill(text.selectAll, { n: total })}
          </Button>
        )}
        {count > 0 && (
          <Button kind="quiet" onClick={clear}>
            {text.unselect}
          </Button>
        )}
      </div>
      <div className={styles.bulkLine}>
        <label className={styles.select}>
          <span>{text.what}</span>
          <select value={action} onChange={event => setAction(event.currentTarget.value as QuestionAction)}>
            {actions.map(one => (
              <option key={one.action} value={one.action}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        {action === 'move' && (
          <label className={styles.select}>
            <span>{text.target}</span>
            <select value={set} onChange={event => setSet(event.currentTarget.value)}>
              {sets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button onClick={look} aria-disabled={state.busy} aria-describedby={missing ? 'bulk-missing' : undefined}>
          {state.busy && !state.plan ? text.looking : text.look}
        </Button>
      </div>
      {missing && count === 0 && (
        <Notice kind="attention" role="alert">
          <span id="bulk-missing">{text.selectFirst}</span>
        </Notice>
      )}
      <ActPlan state={state} locale={locale} text={text} errorPrefix={errorPrefix} />
    </section>
  )
}

/** What is ticked in a list that the server has drawn. */
function useSelection(list: string) {
  const [ids, setIds] = useState<string[]>([])
  const [onPage, setOnPage] = useState(0)
  const [everything, setEverything] = useState(false)
  useEffect(() => {
    const form = document.getElementById(list)
    const read = () => {
      const boxes = boxesIn(list)
      setOnPage(boxes.length)
      setIds(boxes.filter(box => box.checked).map(box => box.value))
      setEverything(false)
    }
    read()
    form?.addEventListener('change', read)
    return () => form?.removeEventListener('change', read)
  }, [list])
  const tick = (on: boolean) => {
    const boxes = boxesIn(list)
    for (const box of boxes) box.checked = on
    setOnPage(boxes.length)
    setIds(on ? boxes.map(box => box.value) : [])
    setEverything(false)
  }
  return {
    ids,
    onPage,
    everything,
    choosePage: tick,
    chooseEverything: () => setEverything(true),
    clear: () => tick(false),
  }
}

const boxesIn = (list: string): HTMLInputElement[] => [
  ...(document.getElementById(list)?.querySelectorAll<HTMLInputElement>('input[name="question"]') ?? []),
]

'use client'
import { Field } from '#components/field'
import styles from './question-form.module.css'
import type { PartProps } from './question-form.tsx'
import { TextPair } from './text-pair.tsx'

interface PlaceProps extends PartProps {
  chapters: { number: number; name: string }[]
  entries: { id: string; chapter: number; title: string }[]
}

/** Where a question belongs, how hard it is and why, how long it takes, and from when to when it holds. */
export function Place({ written, change, text, chapters, entries, errorOf, errorPrefix }: PlaceProps) {
  const { chapter, entryId, level, levelReason, seconds, validFrom, validTo } = written
  const ofChapter = entries.filter(entry => chapter === null || entry.chapter === chapter)
  return (
    <fieldset className={styles.group}>
      <legend>{text.place}</legend>
      <div className={styles.both}>
        <div className={styles.one}>
          <label htmlFor="chapter">{text.chapter}</label>
          <select
            id="chapter"
            className={styles.select}
            value={chapter ?? ''}
            onChange={event =>
              change({
                chapter: event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
                entryId: null,
              })
            }
          >
            <option value="">{text.noChapter}</option>
            {chapters.map(({ number, name }) => (
              <option key={number} value={number}>
                {number} {name}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.one}>
          <label htmlFor="entry">{text.entry}</label>
          <select
            id="entry"
            className={styles.select}
            value={entryId ?? ''}
            onChange={event => {
              const found = entries.find(({ id }) => id === event.currentTarget.value)
              change({ entryId: found?.id ?? null, chapter: found?.chapter ?? chapter })
            }}
          >
            <option value="">{text.noEntry}</option>
            {ofChapter.map(({ id, title }) => (
              <option key={id} value={id}>
                {id} {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset className={styles.levels}>
        <legend>{text.level}</legend>
        {([1, 2, 3, 4, 5] as const).map(one => (
          <label key={one} className={styles.key}>
            <input
              type="radio"
              name="level"
              id={`level-${one}`}
              checked={level === one}
              onChange={() => change({ level: one })}
            />
            {one} <small>{text.levels[one]}</small>
          </label>
        ))}
      </fieldset>
      <TextPair
        id="reason"
        label={text.reason}
        hint={text.reasonHint}
        value={levelReason ?? { zh: '', en: '' }}
        rows={2}
        errorOf={errorOf}
        errorPrefix={errorPrefix}
        languages={text.languages}
        change={value => change({ levelReason: value.zh === '' && value.en === '' ? null : value })}
      />
      <div className={styles.three}>
        <Field
          id="seconds"
          label={text.seconds}
          hint={text.secondsHint}
          type="number"
          min={5}
          max={600}
          value={seconds}
          error={errorOf('seconds')}
          errorPrefix={errorPrefix}
          length={8}
          onChange={event => change({ seconds: Number(event.currentTarget.value) })}
        />
        <Field
          id="validFrom"
          label={text.validFrom}
          hint={text.validHint}
          type="date"
          value={validFrom ?? ''}
          onChange={event => change({ validFrom: event.currentTarget.value || null })}
        />
        <Field
          id="validTo"
          label={text.validTo}
          hint={text.validHint}
          type="date"
          value={validTo ?? ''}
          error={errorOf('validTo')}
          errorPrefix={errorPrefix}
          onChange={event => change({ validTo: event.currentTarget.value || null })}
        />
      </div>
    </fieldset>
  )
}

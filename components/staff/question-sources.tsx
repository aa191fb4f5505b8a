'use client'
import { Button } from '#components/button'
import { Field, FieldError } from '#components/field'
import { letterAt } from '#core/bank/answer'
import { fill } from '#core/fill'
import styles from './question-form.module.css'
import type { PartProps } from './question-form.tsx'
import staff from './staff.module.css'

interface SourcesProps extends PartProps {
  laws: { code: string; name: string }[]
}

/** The articles that a question rests on: the law list leads from there to the question when one is amended. */
export function Sources({ written, change, text, laws, errorOf, errorPrefix }: SourcesProps) {
  const { sources } = written
  const put = (at: number, more: Partial<(typeof sources)[number]>) =>
    change({ sources: sources.map((one, i) => (i === at ? { ...one, ...more } : one)) })
  return (
    <fieldset className={styles.group}>
      <legend>{text.sources}</legend>
      <p className={staff.hint}>{text.sourcesHint}</p>
      {sources.map((source, at) => {
        const error = errorOf(`source-${at}-law`)
        return (
          <div key={letterAt(at)} className={styles.source}>
            <div className={styles.one}>
              <label htmlFor={`source-${at}-law`}>{text.law}</label>
              {error && <FieldError id={`source-${at}-error`} prefix={errorPrefix} text={error} />}
              <select
                id={`source-${at}-law`}
                className={styles.select}
                value={source.law}
                aria-describedby={error ? `source-${at}-error` : undefined}
                onChange={event => put(at, { law: event.currentTarget.value })}
              >
                <option value="">{text.chooseLaw}</option>
                {laws.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <Field
              id={`source-${at}-article`}
              label={text.article}
              value={source.article}
              error={errorOf(`source-${at}-article`)}
              errorPrefix={errorPrefix}
              length={8}
              onChange={event => put(at, { article: event.currentTarget.value })}
            />
            <Field
              id={`source-${at}-anchors`}
              label={text.anchors}
              value={source.anchors.join('、')}
              onChange={event => put(at, { anchors: event.currentTarget.value.split('、') })}
            />
            <Button kind="quiet" onClick={() => change({ sources: sources.filter((_, i) => i !== at) })}>
              {fill(text.removeSource, { n: at + 1 })}
            </Button>
          </div>
        )
      })}
      <Button onClick={() => change({ sources: [...sources, { law: '', article: '', anchors: [] }] })}>
        {text.addSource}
      </Button>
    </fieldset>
  )
}

'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { Locale } from '#core/locale'
import { tokenOf } from '#core/prize/draw'
import { type Checked, checkDrawFile, drawChecks } from '#core/prize/draw-file'
import type { Messages } from '#messages/zh'
import { AmIOnIt } from './am-i-on-it.tsx'
import styles from './prize.module.css'

interface CheckDrawProps {
  draw: string
  file: string
  locale: Locale
  mineHref: string
  words: Plain<Messages['prize']>
}

type State = { at: 'before' | 'running' | 'failed' } | { at: 'done'; checked: Checked }

/** Fetches the published file and runs the whole draw again, here. */
export function CheckDraw({ draw, file, locale, mineHref, words }: CheckDrawProps) {
  const [state, setState] = useState<State>({ at: 'before' })
  const [noted, setNoted] = useState('')
  const run = async (): Promise<Checked | null> => {
    setState({ at: 'running' })
    const answer = await fetch(file).catch(() => null)
    // Bytes, not text(): a byte that is no UTF-8 must not be mended silently on the way.
    const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => null) : null
    if (!bytes) {
      setState({ at: 'failed' })
      return null
    }
    const checked = checkDrawFile(textIn(bytes))
    setState({ at: 'done', checked })
    return checked
  }
  return (
    <>
      <Field
        id="noted"
        label={words.noted}
        hint={words.notedHint}
        value={noted}
        onChange={event => setNoted(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <p className={styles.run}>
        <Button kind="seal" aria-disabled={state.at === 'running'} onClick={() => void run()}>
          {state.at === 'running' ? words.running : words.run}
        </Button>
      </p>
      {state.at === 'failed' && (
        <Notice kind="wrong" role="alert">
          {words.failed}
        </Notice>
      )}
      {state.at === 'done' && <Outcome checked={state.checked} noted={noted} words={words} />}
      <AmIOnIt
        draw={draw}
        locale={locale}
        mineHref={mineHref}
        words={words}
        look={async (salt, phone) => {
          const checked = state.at === 'done' ? state.checked : await run()
          return checked?.file ? { file: checked.file, token: tokenOf(salt, phone) } : null
        }}
      />
    </>
  )
}

/** A changed byte may be no UTF-8 any more: then there is no text, and the check says so. */
function textIn(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return ''
  }
}

function Outcome({ checked, noted, words }: { checked: Checked; noted: string; words: Plain<Messages['prize']> }) {
  const failedAt = checked.failed === null ? drawChecks.length : drawChecks.indexOf(checked.failed)
  const afterDraw = checked.file?.drawn === null
  const asNoted = noted.trim() === '' ? null : noted.trim().toLowerCase() === checked.commitment
  const good = checked.failed === null && asNoted !== false
  return (
    <div role="status" className={styles.prizes}>
      <Notice kind={good ? 'good' : 'wrong'} title={good ? words.good : words.bad}>
        {!good && words.badWhy}
      </Notice>
      <ul className={styles.checks}>
        {drawChecks.slice(0, failedAt + 1).map((check, at) => {
          const later = afterDraw && (check === 'secret' || check === 'winners')
          return (
            <li key={check}>
              <span>{words.check[check]}</span>
              <strong>{at === failedAt ? words.unchecked : later ? words.pending : words.checked}</strong>
            </li>
          )
        })}
        {asNoted !== null && (
          <li>
            <span>{asNoted ? words.notedGood : words.notedBad}</span>
            <strong>{asNoted ? words.checked : words.unchecked}</strong>
          </li>
        )}
      </ul>
    </div>
  )
}

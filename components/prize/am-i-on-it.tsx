'use client'
import { useEffect, useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import type { DrawFile } from '#core/prize/draw-file'
import type { Messages } from '#messages/zh'
import { maybeSignedIn } from '../frame/known.ts'
import { askIn, noLine } from '../paper/api.ts'
import styles from './prize.module.css'

type Words = Plain<Messages['prize']>
interface AmIOnItProps {
  draw: string
  locale: Locale
  mineHref: string
  words: Words
  /** Null when the file could not be had or read. */
  look: (salt: string, phone: string) => Promise<{ file: DrawFile; token: string } | null>
}

/** Looks oneself up by proof and phone; neither leaves the browser. */
export function AmIOnIt({ draw, locale, mineHref, words, look }: AmIOnItProps) {
  const [salt, setSalt] = useState('')
  const [phone, setPhone] = useState('')
  const [said, setSaid] = useState<string[]>([])
  useEffect(() => {
    if (!maybeSignedIn()) return
    void askIn(locale)<{ chances: { draw: string; salt: string }[] }>('GET', '/me/prizes').then(answer => {
      if (answer === noLine || !answer.ok) return
      setSalt(answer.body.chances.find(chance => chance.draw === draw)?.salt ?? '')
    })
  }, [draw, locale])
  const find = async () => {
    const found = await look(salt.trim(), phone.replace(/\D/g, ''))
    setSaid(found ? placeIn(found.file, found.token, words) : [words.failed])
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void find()
      }}
    >
      <h3>{words.amI}</h3>
      <p className={styles.lead}>
        {words.amILead} <a href={mineHref}>{words.toMine}</a>
      </p>
      <Field
        id="salt"
        label={words.mySalt}
        value={salt}
        onChange={event => setSalt(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <Field
        id="my-phone"
        label={words.myPhone}
        value={phone}
        onChange={event => setPhone(event.target.value)}
        inputMode="numeric"
        autoComplete="off"
        length={13}
      />
      <Button type="submit">{words.look}</Button>
      <div role="status">
        {said.map(line => (
          <p key={line} className={styles.thanks}>
            {line}
          </p>
        ))}
      </div>
    </form>
  )
}

function placeIn({ frozen, drawn }: DrawFile, token: string, words: Words): string[] {
  const entry = frozen.groups.flatMap(group => group.people).find(person => person.startsWith(token))
  if (!entry) return [words.offList]
  const listed = fill(words.onList, { token, chances: entry.slice(65) })
  if (!drawn) return [listed]
  const [won, waits] = [drawn.winners.indexOf(token) + 1, drawn.alternates.indexOf(token) + 1]
  if (won > 0) return [listed, fill(words.onListWon, { place: won })]
  return [listed, waits > 0 ? fill(words.onListWaits, { place: waits }) : words.onListLost]
}

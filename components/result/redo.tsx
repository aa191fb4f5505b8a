'use client'
/** A question that was wrong, once more, until it is right. It counts for nothing; what is right is known by then. */
import { useState } from 'react'
import type { WireReviewed } from '#core/wire'
import type { Messages } from '#messages/zh'
import { Button } from '../button.tsx'
import { letter } from '../paper/words.ts'
import styles from './redo.module.css'

interface RedoProps {
  question: Pick<WireReviewed, 'position' | 'kind' | 'options'>
  words: Pick<Messages['result'], 'redo' | 'redoCheck' | 'redoWrong' | 'redoRight'>
  /** The reasons, shown once it is right. */
  children: React.ReactNode
}

export function Redo({ question, words, children }: RedoProps) {
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [state, setState] = useState<'open' | 'wrong' | 'right'>('open')
  const several = question.kind === 'multiple'
  if (state === 'right')
    return (
      <>
        <p role="status" className={styles.right}>
          {words.redoRight}
        </p>
        {children}
      </>
    )
  const pick = (option: number, on: boolean) => {
    setState('open')
    if (!several) return setChosen([option])
    setChosen(held => (on ? [...held, option] : held.filter(one => one !== option)))
  }
  const check = () =>
    setState(question.options.every((option, i) => option.right === chosen.includes(i)) ? 'right' : 'wrong')
  return (
    <fieldset className={styles.redo}>
      <legend>{words.redo}</legend>
      {question.options.map((option, i) => (
        <label key={letter(i)} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`redo-${question.position}`}
            checked={chosen.includes(i)}
            onChange={event => pick(i, event.currentTarget.checked)}
          />
          <span>
            {letter(i)} {option.text}
          </span>
        </label>
      ))}
      <p role="status" className={styles.wrong}>
        {state === 'wrong' && words.redoWrong}
      </p>
      <Button aria-disabled={chosen.length === 0} onClick={() => chosen.length > 0 && check()}>
        {words.redoCheck}
      </Button>
    </fieldset>
  )
}

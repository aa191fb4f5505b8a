'use client'
import { useEffect } from 'react'
import { Dialog } from './dialog.tsx'
import styles from './help.module.css'
import { settingOf } from './store.ts'
import type { DialogHandle } from './use-dialog.ts'
import type { Words } from './words.ts'

const setting = settingOf('keys')

interface HelpProps {
  dialog: DialogHandle
  words: Pick<Words, 'keysTitle' | 'keysArrows' | 'keysOn' | 'close'>
  keysOn: boolean
  setKeysOn(on: boolean): void
  /** Keys and what they do. */
  rows: [keys: string[], does: string][]
}

/** The keys, and their switch: single letters can be in the way of those who speak to their computer. */
export function Help({ dialog, words, keysOn, setKeysOn, rows }: HelpProps) {
  useEffect(() => setKeysOn(setting.isOn()), [setKeysOn])
  const turn = (on: boolean) => {
    setting.set(on)
    setKeysOn(on)
  }
  return (
    <Dialog dialog={dialog} title={words.keysTitle} close={words.close}>
      <dl className={styles.keys}>
        {rows.map(([keys, does]) => (
          <div key={does} className={styles.row}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{words.keysArrows}</p>
      <label className={styles.switch}>
        <input type="checkbox" checked={keysOn} onChange={event => turn(event.currentTarget.checked)} />
        {words.keysOn}
      </label>
    </Dialog>
  )
}

export const paperKeys = (words: Words): [string[], string][] => [
  [['A – H', '1 – 8'], words.keysChoose],
  [['Enter', '→'], words.keysNext],
  [['←'], words.keysPrevious],
  [['F'], words.keysFlag],
  [['?'], words.keysHelp],
]

'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { type LocalText, said } from '#core/locale'
import { optionsIn } from '#core/question/question'
import type { WireWritten } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import { Asked } from '../paper/question.tsx'
import { kindWord, type Words } from '../paper/words.ts'
import { Explained } from '../result/reviewed.tsx'
import styles from './question-preview.module.css'

export interface PreviewTexts {
  /** In which language the preview’s own switches speak. */
  own: Plain<Messages['bankWork']['preview']>
  paper: Record<'zh' | 'en', Words>
  result: Record<'zh' | 'en', Plain<Messages['result']>>
  laws: Record<string, LocalText>
}

/** A question exactly as citizens get it: while answering, and afterwards; in both languages, large and dark. */
export function QuestionPreview({
  written,
  locale,
  text,
}: {
  written: WireWritten
  locale: 'zh' | 'en'
  text: PreviewTexts
}) {
  const [shown, setShown] = useState(locale)
  const [large, setLarge] = useState(false)
  const [dark, setDark] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const { own } = text
  const several = written.kind === 'multiple'
  const pick = (option: string, on: boolean) => {
    if (!several) setChosen([option])
    else setChosen(on ? [...chosen, option] : chosen.filter(one => one !== option))
  }
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title">{own.title}</h2>
      <div className={styles.switches}>
        {(['zh', 'en'] as const).map(one => (
          <button key={one} type="button" aria-pressed={shown === one} onClick={() => setShown(one)}>
            {own[one]}
          </button>
        ))}
        <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {own.large}
        </button>
        <button type="button" aria-pressed={dark} onClick={() => setDark(!dark)}>
          {own.dark}
        </button>
      </div>
      <div
        className={`${styles.stage} ${large ? styles.large : ''}`}
        data-theme={dark ? 'dark' : undefined}
        lang={shown === 'zh' ? 'zh-CN' : 'en'}
      >
        <div className={styles.side}>
          <h3>{own.answering}</h3>
          <p className={styles.kind}>{kindWord(text.paper[shown], written.kind)}</p>
          <Asked words={text.paper[shown]} question={askedIn(written, shown)} choice={chosen} open pick={pick} />
        </div>
        <div className={styles.side}>
          <h3>{own.answered}</h3>
          <Explained
            question={explainedIn(written, shown, chosen, text.laws)}
            locale={shown}
            words={text.result[shown]}
          />
        </div>
      </div>
    </section>
  )
}

function askedIn({ kind, face }: WireWritten, locale: 'zh' | 'en') {
  return {
    position: 1,
    kind,
    scenario: face.scenario && said(face.scenario, locale),
    stem: said(face.stem, locale),
    options: face.options.map((option, at) => ({ id: String(at), text: said(option, locale) })),
    points: 1,
  }
}

function explainedIn(
  { face, right, explanation, sources }: WireWritten,
  locale: 'zh' | 'en',
  chosen: readonly string[],
  laws: PreviewTexts['laws'],
) {
  const keys = optionsIn(right)
  return {
    scenario: face.scenario && said(face.scenario, locale),
    stem: said(face.stem, locale),
    options: face.options.map((option, at) => ({
      text: said(option, locale),
      chosen: chosen.includes(String(at)),
      right: keys.includes(at),
    })),
    explanation: said(explanation, locale),
    sources: sources
      .filter(({ law }) => law !== '')
      .map(({ law, article }) => ({ law, article, name: said(laws[law] ?? { zh: law, en: law }, locale) })),
  }
}

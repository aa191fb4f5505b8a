'use client'
import type { Plain } from '#app/plain'
import { Notice } from '#components/notice'
import { Table } from '#components/table'
import { fill } from '#core/fill'
import type { WireEffect, WireMove } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import styles from '../staff.module.css'
import { EffectPrizes } from './effect-prizes.tsx'
import own from './statistics.module.css'

type Text = Plain<Messages['statistics']>

interface EffectProps {
  effect: WireEffect
  locale: 'zh' | 'en'
  /** Names of regions by slug. */
  regions: Record<string, string>
  text: Text
  prizeText: Plain<Messages['regrade']>
}

/** What a decision would do, before anything changes. */
export function Effect({ effect, locale, regions, text, prizeText }: EffectProps) {
  const shown: [string, number | string][] = [
    [text.effectPapers, effect.papers],
    [text.effectChanged, effect.changed],
    [text.effectGained, effect.gained],
    [text.effectLost, effect.lost],
    [text.effectMostGained, effect.mostGained],
    [text.effectMostLost, effect.mostLost],
    [text.effectUp, effect.up],
    [text.effectDown, effect.down],
    [text.effectAwards, effect.awardChanges],
    [prizeText.effectPerfect, fill(prizeText.effectPerfectValue, effect.perfect)],
    ...(effect.finals ? [[prizeText.effectFinals, effect.finals.changes] as [string, number]] : []),
  ]
  const moves = { regions, text, said: (place: WireMove['before']) => placeSaid(place, locale, text) }
  const final = (place: WireMove['before']) => finalSaid(place, text, prizeText)
  return (
    <section className={`${styles.step} ${own.wide}`} aria-live="polite" aria-labelledby="effect">
      <h2 id="effect">{text.effect}</h2>
      {effect.changed === 0 && <Notice>{text.effectNone}</Notice>}
      <dl className={styles.numbers}>
        {shown.map(([label, n]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeof n === 'number' ? n.toLocaleString('en-US') : n}</dd>
          </div>
        ))}
      </dl>
      <Moves {...moves} caption={text.awardsCaption} moves={effect.awards} all={effect.awardChanges} />
      {effect.finals && (
        <Moves
          {...moves}
          caption={prizeText.finalsCaption}
          moves={effect.finals.people}
          all={effect.finals.changes}
          said={final}
        />
      )}
      <EffectPrizes effect={effect} locale={locale} regions={regions} text={prizeText} />
      <Moves {...moves} caption={text.moversCaption} moves={effect.movers} all={effect.up + effect.down} />
    </section>
  )
}

type MovesProps = Pick<EffectProps, 'regions' | 'text'> & {
  said: (place: WireMove['before']) => string
  caption: string
  moves: WireMove[]
  all: number
}

function Moves({ caption, moves, all, said, regions, text }: MovesProps) {
  if (moves.length === 0) return null
  return (
    <div className={own.wide}>
      <Table flowing caption={caption}>
        <thead>
          <tr>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move, at) => (
            <tr key={keyOf(move, at)}>
              <th scope="row">
                {move.name ?? text.anonymous}
                {move.region !== null && ` · ${regions[move.region] ?? move.region}`}
              </th>
              <td data-label={text.before}>{said(move.before)}</td>
              <td data-label={text.after}>{said(move.after)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {all > moves.length && <p className={styles.hint}>{fill(text.onlyFirst, { n: moves.length })}</p>}
    </div>
  )
}

/** People have nothing of their own here that may be shown: a row is known by its places and where it stands. */
const keyOf = ({ before, after }: WireMove, at: number): string => `${before?.rank} ${after?.rank} ${at}`

function placeSaid(place: WireMove['before'], locale: 'zh' | 'en', text: Text): string {
  if (!place) return text.offBoard
  const award = place.award ? (locale === 'en' && place.award.en ? place.award.en : place.award.zh) : text.noAward
  return `${fill(text.placeOf, { rank: place.rank, score: place.score })} · ${award}`
}

const finalSaid = (place: WireMove['before'], text: Text, { goesOn, staysBack }: EffectProps['prizeText']): string =>
  place
    ? `${fill(text.placeOf, { rank: place.rank, score: place.score })} · ${place.goesOn ? goesOn : staysBack}`
    : text.offBoard

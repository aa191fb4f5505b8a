'use client'
import type { Plain } from '#app/plain'
import { Notice } from '#components/notice'
import { Table, tableStyles } from '#components/table'
import { fill } from '#core/fill'
import type { WireEffect, WireGroupMove, WireListChange } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import own from './statistics.module.css'

type Text = Plain<Messages['regrade']>

interface EffectPrizesProps {
  effect: WireEffect
  locale: 'zh' | 'en'
  /** Names of regions by slug. */
  regions: Record<string, string>
  text: Text
}

const named = (name: { zh: string; en: string }, locale: 'zh' | 'en'): string =>
  locale === 'en' && name.en ? name.en : name.zh

/** What a decision would do to lists of draws, to the awards of groups, and to lists that stand already. */
export function EffectPrizes({ effect, locale, regions, text }: EffectPrizesProps) {
  const { lists, draws, groups } = effect
  return (
    <>
      {lists.awards !== 'none' && <Notice kind="attention">{text.awardsList[lists.awards]}</Notice>}
      {lists.collective !== 'none' && <Notice kind="attention">{text.collectiveList[lists.collective]}</Notice>}
      <Draws draws={draws} locale={locale} text={text} />
      {groups.map(({ award, regions: ofRegions, changes }) => (
        <div key={award.zh} className={own.wide}>
          <Table flowing caption={fill(text.groupCaption, { award: named(award, locale) })}>
            <thead>
              <tr>
                <th scope="col">{text.group}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ name, before, after }) => (
                <tr key={name}>
                  <th scope="row">{ofRegions ? (regions[name] ?? name) : name}</th>
                  <td data-label={text.before}>{groupPlace(before, text)}</td>
                  <td data-label={text.after}>{groupPlace(after, text)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      ))}
    </>
  )
}

const groupPlace = (place: WireGroupMove['before'], text: Text): string =>
  place
    ? `${fill(text.groupRank, { rank: place.rank })} · ${place.awarded ? text.awarded : text.notAwarded}`
    : text.notRanked

function Draws({ draws, locale, text }: { draws: WireListChange[]; locale: 'zh' | 'en'; text: Text }) {
  if (draws.length === 0) return null
  const nameOf = ({ name, stage, day }: WireListChange) =>
    [named(name, locale), ...(stage ? [named(stage, locale)] : []), ...(day ? [day] : [])].join(' · ')
  const states = [...new Set(draws.map(draw => draw.state))]
  return (
    <div className={own.wide}>
      <Table flowing caption={text.drawsCaption}>
        <thead>
          <tr>
            <th scope="col">{text.draw}</th>
            <th scope="col" className={tableStyles.number}>
              {text.on}
            </th>
            <th scope="col" className={tableStyles.number}>
              {text.off}
            </th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {draws.map(draw => (
            <tr key={nameOf(draw)}>
              <th scope="row">{nameOf(draw)}</th>
              <td className={tableStyles.number} data-label={text.on}>
                {draw.on}
              </td>
              <td className={tableStyles.number} data-label={text.off}>
                {draw.off}
              </td>
              <td data-label={text.before}>{fill(text.listSize, { ...draw.before })}</td>
              <td data-label={text.after}>{fill(text.listSize, { ...draw.after })}</td>
              <td>{text.drawState[draw.state]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ul className={own.notes}>
        {states.map(state => (
          <li key={state}>{text.drawStateWhy[state]}</li>
        ))}
      </ul>
    </div>
  )
}

/** What a number in a workbook looks like there: 46085 may be shown as a day, 0.5 as 50%. */

export type Shown = { as: 'number' } | { as: 'day' } | { as: 'percent'; decimals: number }

const number: Shown = { as: 'number' }

/** Formats that every program knows by number (ECMA-376 part 1, 18.8.30); those of days in Chinese are among them. */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** @param code of a format of the workbook's own, if it is one */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if (isDayFormat(id)) return { as: 'day' }
    return id === 9 || id === 10 ? { as: 'percent', decimals: id === 9 ? 0 : 2 } : number
  }
  // Words in quotes, signs that are shown as they are, colours and locales are no part of the pattern.
  const [pattern = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')
  if (pattern.includes('%')) return { as: 'percent', decimals: /\.(0+)/.exec(pattern)?.[1]?.length ?? 0 }
  return /[ymdhs]/i.test(pattern.replace(/general/i, '')) ? { as: 'day' } : number
}

/** @returns a number as its cell shows it; a day as 2026-03-04, a time as 08:30 */
export function numberSaid(value: number, shown: Shown): string {
  switch (shown.as) {
    case 'number':
      // 5.09 is stored as 5.0899999999999999: fifteen digits are what the program shows.
      return String(Number(value.toPrecision(15)))
    case 'percent':
      return `${Number((value * 100).toFixed(shown.decimals))}%`
    case 'day':
      return daySaid(value)
    default:
      return shown satisfies never
  }
}

/** Days since 1899-12-30; up to the end of the year 9999, or it is none. */
function daySaid(value: number): string {
  if (value < 0 || value >= 2_958_466) return String(value)
  const said = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1000).toISOString()
  const [day = '', time = ''] = said.slice(0, 16).split('T')
  if (value < 1) return time
  return time === '00:00' ? day : `${day} ${time}`
}

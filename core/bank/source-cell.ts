/** Sources as one line of text that people can read and a sheet can carry: TmL-2019#33{三个月|任何人}; PatL-2020#42 */
import type { Source } from '../question/question.ts'

/** Signs that part the line, and what would end it, are written as %hh. */
const parting = /[%#{}|;[\]\s]/g
const escaped = (text: string): string => text.replace(parting, encodeURIComponent)

/** encodeURIComponent leaves none of `parting` but the brackets alone: those are written by hand. */
const written = (text: string): string => escaped(text).replace(/[[\]]/g, sign => (sign === '[' ? '%5B' : '%5D'))

export const sourcesSaid = (sources: readonly Source[]): string =>
  sources
    .map(({ law, article, anchors }) => {
      const texts = anchors.length === 0 ? '' : `{${anchors.map(written).join('|')}}`
      return `${written(law)}#${written(article)}${texts}`
    })
    .join('; ')

const one = /^([^\s#{}|;[\]]+)#([^\s#{}|;[\]]*)(?:\{([^\s#{};[\]]*)\})?$/

/** @returns null when the line is something that people wrote: 《商标法》第三十三条 */
export function sourcesFrom(line: string): Source[] | null {
  const found: Source[] = []
  for (const part of line.split(';')) {
    const [, law, article = '', anchors] = one.exec(part.trim()) ?? []
    const texts = [law, article, ...(anchors === undefined ? [] : anchors.split('|'))].map(unescaped)
    if (law === undefined || texts.includes(null)) return null
    const [code = '', number = '', ...rest] = texts as string[]
    found.push({ law: code, article: number, anchors: rest })
  }
  return found
}

function unescaped(text: string | undefined): string | null {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return null
  }
}

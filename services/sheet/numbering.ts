/** Numbers that Word writes by itself: they stand in no text, but in a list's definition (word/numbering.xml). */
import { childNamed, childrenNamed, type XmlNode } from '#core/bank/xml'
import { paragraphStyles, type StyleList } from './paragraph-styles.ts'

interface Level {
  format: string
  /** '%1.' or '（%2）' */
  text: string
  start: number
  /** Paragraphs of this style stand at this level. */
  style: string
}

/** Lists that look alike count on together, unless one of them says where it begins. */
interface Look {
  levels: Map<number, Level>
  counts: number[]
}
interface List {
  look: Look
  /** By level; taken once. */
  begins: Map<number, number>
}

/** What a paragraph says of its own list; what it leaves out its style may say. */
export interface Numbered {
  /** '0': none, whatever the style says; null: not said. */
  list: string | null
  level: number | null
  /** '' without one of its own. */
  style: string
}

/** @returns what Word writes before the paragraph; '' for bullets, unknown lists and paragraphs of none */
export type Numbering = (paragraph: Numbered) => string

/** @param root of word/numbering.xml; null: a document without lists @param styles root of word/styles.xml */
export function numberingIn(root: XmlNode | null, styles: XmlNode | null): Numbering {
  const styleOf = paragraphStyles(styles)
  const lists = root ? listsIn(root, styleOf) : new Map<string, List>()
  return paragraph => {
    const styled = styleOf(paragraph.style)
    const list = lists.get(paragraph.list ?? styled.list)
    return list ? nextNumber(list, paragraph.level ?? levelBy(list.look, styled)) : ''
  }
}

/** A list may name the style of each level; else the style names the level of its list. */
function levelBy({ levels }: Look, { names, level }: StyleList): number {
  const named = names.flatMap(name => [...levels].filter(([, one]) => one.style === name).map(([at]) => at))
  return named[0] ?? level
}

function nextNumber({ look: { levels, counts }, begins }: List, level: number): string {
  const own = levels.get(level)
  if (!own) return ''
  const begin = begins.get(level)
  begins.delete(level)
  counts[level] = begin ?? (counts[level] ?? own.start - 1) + 1
  // A list inside begins anew below each item.
  counts.length = level + 1
  return own.text.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1
    const one = levels.get(at)
    return one ? numberSaid(counts[at] ?? one.start, one.format) : ''
  })
}

/** Word has nine. */
const mostLevels = 9

function listsIn(root: XmlNode, styleOf: (style: string) => StyleList): Map<string, List> {
  const nodes = childrenNamed(root, 'abstractnum')
  const looks = new Map(
    nodes.map(node => [
      said(node, 'abstractnumid'),
      { levels: new Map(childrenNamed(node, 'lvl').slice(0, mostLevels).map(levelIn)), counts: [] as number[] },
    ]),
  )
  const nums = childrenNamed(root, 'num')
  const lookOf = new Map(nums.map(node => [said(node, 'numid'), said(childNamed(node, 'abstractnumid'), 'val')]))
  // A look may be kept in a style for lists, under the look that this style's own list has.
  for (const node of nodes) {
    const link = said(childNamed(node, 'numstylelink'), 'val')
    const kept = link === '' ? undefined : looks.get(lookOf.get(styleOf(link).list) ?? '')
    if (kept) looks.set(said(node, 'abstractnumid'), kept)
  }
  return new Map(
    nums.flatMap(node => {
      const look = looks.get(lookOf.get(said(node, 'numid')) ?? '')
      const begins = childrenNamed(node, 'lvloverride').flatMap((one): [number, number][] => {
        const start = childNamed(one, 'startoverride')
        return start ? [[Number(said(one, 'ilvl')), Number(said(start, 'val')) || 1]] : []
      })
      return look ? [[said(node, 'numid'), { look, begins: new Map(begins) }] as const] : []
    }),
  )
}

function levelIn(node: XmlNode): [number, Level] {
  const value = (name: string) => said(childNamed(node, name), 'val')
  const start = value('start') === '' ? 1 : Number(value('start'))
  const [format, text, style] = [value('numfmt'), value('lvltext').slice(0, 20), value('pstyle')]
  return [Number(said(node, 'ilvl')), { format, text, start, style }]
}

const said = (node: XmlNode | undefined, name: string): string => node?.attributes.get(name) ?? ''

const hanzi = [...'零一二三四五六七八九']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const roman = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ', 'Ⅶ', 'Ⅷ', 'Ⅸ', 'Ⅹ', 'Ⅺ', 'Ⅻ']

/** In the formats that questions, options and sections are numbered with. */
export function numberSaid(number: number, format: string): string {
  if (format === 'bullet' || format === 'none') return ''
  if (/letter$/i.test(format)) {
    const letter = String.fromCharCode(65 + ((number - 1) % 26))
    return format.startsWith('lower') ? letter.toLowerCase() : letter
  }
  if (/enclosedcircle/i.test(format) && number > 0 && number <= 20) return String.fromCodePoint(0x245f + number)
  if (/roman$/i.test(format)) return roman[number - 1] ?? String(number)
  if (/^ideographtraditional$/i.test(format)) return stems[number - 1] ?? String(number)
  const isChinese = /chinese|taiwanese|japanese|ideograph/i.test(format) && number > 0 && number < 100
  if (!isChinese) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? hanzi[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? hanzi[ones] : ''}`
}

/** Numbers that Word writes by itself: they stand in no text, but in a list's definition (word/numbering.xml). */
import { childNamed, childrenNamed, type XmlNode } from '#core/bank/xml'

interface Level {
  format: string
  /** '%1.' or '（%2）' */
  text: string
  start: number
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

/** @returns what Word writes before the next paragraph of a list, at a level from 0; '' for bullets and unknown lists */
export type Numbering = (list: string, level: number) => string

/** @param root of word/numbering.xml; null: a document without lists */
export function numberingIn(root: XmlNode | null): Numbering {
  const lists = root ? listsIn(root) : new Map<string, List>()
  return (name, level) => {
    const list = lists.get(name)
    const own = list?.look.levels.get(level)
    if (!list || !own) return ''
    const { levels, counts } = list.look
    const begin = list.begins.get(level)
    list.begins.delete(level)
    counts[level] = begin ?? (counts[level] ?? own.start - 1) + 1
    // A list inside begins anew below each item.
    counts.length = level + 1
    return own.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1
      const one = levels.get(at)
      return one ? numberSaid(counts[at] ?? one.start, one.format) : ''
    })
  }
}

function listsIn(root: XmlNode): Map<string, List> {
  const looks = new Map(
    childrenNamed(root, 'abstractnum').map(node => [
      said(node, 'abstractnumid'),
      { levels: new Map(childrenNamed(node, 'lvl').map(levelIn)), counts: [] },
    ]),
  )
  return new Map(
    childrenNamed(root, 'num').flatMap(node => {
      const look = looks.get(said(childNamed(node, 'abstractnumid'), 'val'))
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
  return [Number(said(node, 'ilvl')), { format: value('numfmt'), text: value('lvltext').slice(0, 20), start }]
}

const said = (node: XmlNode | undefined, name: string): string => node?.attributes.get(name) ?? ''

const hanzi = [...'零一二三四五六七八九']

/** In the formats that questions, options and sections are numbered with. */
function numberSaid(number: number, format: string): string {
  if (format === 'bullet' || format === 'none') return ''
  if (/letter$/i.test(format)) {
    const letter = String.fromCharCode(65 + ((number - 1) % 26))
    return format.startsWith('lower') ? letter.toLowerCase() : letter
  }
  const isChinese = /chinese|japanese|ideograph/i.test(format) && number > 0 && number < 100
  if (!isChinese) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? hanzi[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? hanzi[ones] : ''}`
}

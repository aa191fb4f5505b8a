/** Numbers that Writer writes by itself: lists stand around their paragraphs, and a style says how each level counts. */
import { allNamed, childrenNamed, type XmlNode } from '#core/bank/xml'
import { numberSaid } from './numbering.ts'

interface Level {
  /** '1', 'A', '一, 二, 三, ...'; '' is not counted. */
  format: string
  before: string
  after: string
  start: number
}

/** Formats of Writer as Word names them. */
const formats: Record<string, string> = {
  A: 'upperLetter',
  a: 'lowerLetter',
  I: 'upperRoman',
  i: 'lowerRoman',
  一: 'chineseCounting',
  壹: 'chineseCounting',
  甲: 'ideographTraditional',
  '①': 'decimalEnclosedCircle',
}

/** Levels of a style by number from 1. Writer has ten. */
type Style = Map<number, Level>

export function writerLists() {
  const styles = new Map<string, Style>()
  const counts = new Map<string, number[]>()
  const open: string[] = []
  let item: { start: number | null } | null = null
  let current: Style = new Map()
  const noteStyle = (name: string) => {
    current = new Map()
    styles.set(name, current)
  }
  const noteLevel = (value: (name: string) => string) => {
    const level = Number(value('level'))
    if (level >= 1 && level <= 10)
      current.set(level, {
        format: value('format'),
        before: value('prefix'),
        after: value('suffix'),
        start: Number(value('start') || 1) || 1,
      })
  }
  return {
    noteStyle,
    noteLevel,
    /** @param root of styles.xml */
    noteStyles(root: XmlNode) {
      for (const style of allNamed(root, 'liststyle')) {
        noteStyle(style.attributes.get('name') ?? '')
        const names: Record<string, string> = {
          level: 'level',
          format: 'numformat',
          prefix: 'numprefix',
          suffix: 'numsuffix',
          start: 'startvalue',
        }
        for (const level of childrenNamed(style, 'listlevelstylenumber'))
          noteLevel(name => level.attributes.get(names[name] ?? '') ?? '')
      }
    },
    /** @param style '' as that of the list around it @param isContinued it counts on where the last of its style ended */
    openList(style: string, isContinued: boolean) {
      open.push(style || (open.at(-1) ?? ''))
      const known = counts.get(open.at(-1) ?? '') ?? []
      if (open.length > 1 || !isContinued) known.length = Math.min(known.length, open.length - 1)
      counts.set(open.at(-1) ?? '', known)
    },
    closeList: () => void open.pop(),
    openItem(start: string) {
      item = { start: start === '' ? null : Number(start) }
    },
    /** @returns what stands before the first paragraph of an item; '' before all others */
    number(): string {
      const style = open.at(-1)
      if (style === undefined || !item) return ''
      const { start } = item
      item = null
      const level = styles.get(style)?.get(open.length)
      const known = counts.get(style)
      if (!level || !known || level.format === '') return ''
      const at = open.length - 1
      known[at] = start ?? (known[at] ?? level.start - 1) + 1
      known.length = open.length
      return `${level.before}${numberSaid(known[at] ?? 1, formats[level.format[0] ?? ''] ?? 'decimal')}${level.after}`
    },
  }
}

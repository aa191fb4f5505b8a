/** Styles of Word (word/styles.xml) that put their paragraphs into a list. */
import { childNamed, childrenNamed, type XmlNode } from '#core/bank/xml'
import { refuse } from './refused.ts'

export interface StyleList {
  /** The style itself and those it is based on, nearest first. */
  names: string[]
  /** '' or '0' for none. */
  list: string
  level: number
}

/** What a single style says itself; null: nothing. */
interface Style {
  name: string
  basedOn: string
  list: string | null
  level: string | null
}

/** No office bases a style on more than a few others; one that is based on itself ends here. */
const longestChain = 20
/** Word itself keeps fewer than 5,000. */
const mostStyles = 10_000

/** @param root of word/styles.xml @returns what a style says; of '' what paragraphs without one get */
export function paragraphStyles(root: XmlNode | null): (style: string) => StyleList {
  const nodes = root ? childrenNamed(root, 'style') : []
  if (nodes.length > mostStyles) refuse('file-too-complex', { part: 'word/styles.xml' })
  const isUsual = (node: XmlNode) => said(node, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(said(node, 'default'))
  const usual = said(nodes.find(isUsual), 'styleid')
  const styles = new Map(nodes.map(node => [said(node, 'styleid'), styleIn(node)]))
  return style => listOf(chainOf(styles, style === '' ? usual : style))
}

function styleIn(node: XmlNode): Style {
  const numbered = childNamed(childNamed(node, 'ppr'), 'numpr')
  const value = (name: string) => childNamed(numbered, name)?.attributes.get('val') ?? null
  const basedOn = said(childNamed(node, 'basedon'), 'val')
  return { name: said(node, 'styleid'), basedOn, list: value('numid'), level: value('ilvl') }
}

function chainOf(styles: ReadonlyMap<string, Style>, name: string): Style[] {
  const chain: Style[] = []
  for (let style = styles.get(name); style && chain.length < longestChain; style = styles.get(style.basedOn))
    chain.push(style)
  return chain
}

/** The nearest style that says something counts, for list and level each. */
const listOf = (chain: readonly Style[]): StyleList => ({
  names: chain.map(style => style.name),
  list: chain.find(style => style.list !== null)?.list ?? '',
  level: Number(chain.find(style => style.level !== null)?.level ?? 0) || 0,
})

const said = (node: XmlNode | undefined, name: string): string => node?.attributes.get(name) ?? ''

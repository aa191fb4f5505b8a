/** Styles of Word (word/styles.xml) that put their paragraphs into a list. */
import { childNamed, childrenNamed, type XmlNode } from '#core/bank/xml'

export interface StyleList {
  /** The style itself and those it is based on, nearest first. */
  names: string[]
  /** '' or '0' for none. */
  list: string
  level: number
}

/** No office bases a style on more than a few others; one that is based on itself ends here. */
const longestChain = 20

/** @param root of word/styles.xml @returns what a style says; of '' what paragraphs without one get */
export function paragraphStyles(root: XmlNode | null): (style: string) => StyleList {
  const nodes = new Map((root ? childrenNamed(root, 'style') : []).map(node => [said(node, 'styleid'), node]))
  const isUsual = (node: XmlNode) => said(node, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(said(node, 'default'))
  const usual = [...nodes].find(([, node]) => isUsual(node))?.[0] ?? ''
  const known = new Map<string, StyleList>()
  return style => {
    const name = style === '' ? usual : style
    const found = known.get(name) ?? listOf(chainOf(nodes, name))
    known.set(name, found)
    return found
  }
}

function chainOf(nodes: ReadonlyMap<string, XmlNode>, style: string): XmlNode[] {
  const chain: XmlNode[] = []
  for (let node = nodes.get(style); node && chain.length < longestChain; ) {
    chain.push(node)
    node = nodes.get(said(childNamed(node, 'basedon'), 'val'))
  }
  return chain
}

/** The nearest style that says something counts, for list and level each. */
function listOf(chain: readonly XmlNode[]): StyleList {
  const value = (name: string): string | undefined =>
    chain
      .map(node => childNamed(childNamed(childNamed(node, 'ppr'), 'numpr'), name))
      .find(node => node !== undefined)
      ?.attributes.get('val')
  return {
    names: chain.map(node => said(node, 'styleid')),
    list: value('numid') ?? '',
    level: Number(value('ilvl') ?? 0) || 0,
  }
}

const said = (node: XmlNode | undefined, name: string): string => node?.attributes.get(name) ?? ''

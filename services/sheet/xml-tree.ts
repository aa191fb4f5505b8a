/** XML → a tree. No DOCTYPE, no entities, a bounded depth and size: a question needs none of what is left out. */
import { SaxesParser } from 'saxes'
import { plainName, type XmlNode } from '#core/bank/xml'
import { refuse } from './refused.ts'

const limits = { depth: 64, attributes: 64, text: 64 * 1024 }
/** A Moodle question has about thirty elements; 5 MB hold fewer than 200,000 of them. */
export const mostNodes = 250_000

/** How many elements may still come: of all parts of a package together. */
export interface NodeBudget {
  left: number
}
const noAttributes: XmlNode['attributes'] = new Map()
/** Encoded files of Moodle: never read. */
const skipped = 'file'

/** @param part named in refusals @returns the root element; throws Refused */
export async function readXml(
  chunks: AsyncIterable<string> | Iterable<string>,
  part: string,
  budget: NodeBudget = { left: mostNodes },
): Promise<XmlNode> {
  const parser = new SaxesParser({ position: true })
  const open: XmlNode[] = []
  let root: XmlNode | null = null
  let attributesSeen = 0
  let text = 0
  const addText = (added: string) => {
    const node = open.at(-1)
    if (!node || node.name === skipped) return
    text += added.length
    if (text > limits.text) refuse('file-too-complex', { part, row: parser.line })
    node.children.push(added)
  }
  parser.on('doctype', () => refuse('file-too-complex', { part }))
  parser.on('error', () => refuse('file-broken', { part, row: parser.line }))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('attribute', () => {
    if (++attributesSeen > limits.attributes) refuse('file-too-complex', { part, row: parser.line })
  })
  parser.on('opentag', tag => {
    if (open.length >= limits.depth || budget.left-- <= 0) refuse('file-too-complex', { part, row: parser.line })
    attributesSeen = 0
    const attributes = Object.entries(tag.attributes).map(([name, value]): [string, string] => [plainName(name), value])
    const node: XmlNode = {
      name: plainName(tag.name),
      attributes: attributes.length === 0 ? noAttributes : new Map(attributes),
      children: [],
      line: parser.line,
    }
    text = 0
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
    text = 0
  })
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
  return root ?? refuse('file-broken', { part })
}

/** XML as a tree, without prefixes of namespaces. Whoever parses it refuses DOCTYPE and entities, and says the lines. */
import type { Token } from './markup.ts'

export interface XmlNode {
  /** Without prefix, in lower case, QTI 3's `qti-simple-choice` as `simplechoice`. */
  name: string
  /** Named alike: xml:lang is lang, response-identifier is responseidentifier. */
  attributes: Map<string, string>
  children: (XmlNode | string)[]
  line: number
}

export const plainName = (name: string): string =>
  name
    .slice(name.indexOf(':') + 1)
    .replace(/^qti-/, '')
    .replaceAll('-', '')
    .toLowerCase()

export const elementsOf = (node: XmlNode): XmlNode[] => node.children.filter(child => typeof child !== 'string')
export const childrenNamed = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node).filter(child => child.name === name)
export const childNamed = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node && childrenNamed(node, name)[0]

/** All descendants of a name, in the order of the document. */
export const allNamed = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node).flatMap(child => [...(child.name === name ? [child] : []), ...allNamed(child, name)])

export const textOf = (node: XmlNode | undefined): string =>
  node ? node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('') : ''

/** @param skipped elements that belong to something else, with all that is in them */
export function* xmlTokens(nodes: readonly (XmlNode | string)[], skipped: readonly string[] = []): Generator<Token> {
  for (const node of nodes) {
    if (typeof node === 'string') yield { type: 'text', text: node }
    else if (!skipped.includes(node.name)) {
      yield { type: 'open', name: node.name, attribute: name => node.attributes.get(name) ?? '' }
      yield* xmlTokens(node.children, skipped)
      yield { type: 'close', name: node.name }
    }
  }
}

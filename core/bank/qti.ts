/**
 * QTI 2.1, 2.2 and 3.0 (imsglobal.org): one item a file, choice interactions only. Version 3 names its elements
 * qti-simple-choice instead of simpleChoice and is otherwise the same here. Tags travel as keywords of the manifest.
 */
import { type RichText, richText } from './markup.ts'
import { fault, foreignItem, noText, richItem } from './rich-item.ts'
import { type Item, kindNames } from './table.ts'
import { fromTags } from './tags.ts'
import { allNamed, childNamed, childrenNamed, elementsOf, textOf, type XmlNode, xmlTokens } from './xml.ts'

export interface QtiFile {
  /** Its name in the package. */
  href: string
  root: XmlNode
}

export const isQtiItem = (root: XmlNode): boolean => root.name === 'assessmentitem'

interface QtiReader {
  /** Other files of a package (tests, styles) are passed over. */
  add(file: QtiFile): void
  /** In the order of the manifest. */
  items(): Item[]
}

/** Takes the files of a package one by one, and keeps what they ask. @param manifest imsmanifest.xml, which may be missing */
export function qtiReader(manifest: XmlNode | null): QtiReader {
  const resources = manifest ? allNamed(manifest, 'resource') : []
  const saidOf = new Map(resources.map(resource => [hrefOf(resource), saidIn(resource)]))
  const order = new Map(resources.map((resource, at) => [hrefOf(resource), at]))
  const found: { at: number; item: Item }[] = []
  return {
    add({ href, root }) {
      if (!isQtiItem(root)) return
      const at = order.get(href) ?? resources.length + found.length
      found.push({ at, item: itemIn(root, saidOf.get(href) ?? {}) })
    },
    items: () => found.toSorted((a, b) => a.at - b.at).map(({ item }, at) => ({ ...item, number: at + 1 })),
  }
}

const hrefOf = (resource: XmlNode): string => resource.attributes.get('href') ?? ''
const saidIn = (resource: XmlNode): Item['said'] => fromTags(allNamed(resource, 'keyword').map(textOf))

/** More choices than any question has: what such a file means, nobody needs to know. */
const mostChoices = 100

/** Its number is where it stands among the others. */
function itemIn(root: XmlNode, tags: Item['said']): Item {
  const number = 0
  const said = { id: root.attributes.get('identifier') ?? '', ...tags }
  const body = childNamed(root, 'itembody')
  const interactions = body ? interactionsIn(body) : []
  const [choice] = interactions
  if (!body || !choice || interactions.length > 1 || choice.name !== 'choiceinteraction') {
    const kind = interactions.map(({ name }) => name).join('+') || 'description'
    return foreignItem(number, said, richText(xmlTokens(body?.children ?? [])).text, kind)
  }
  const declaration = childrenNamed(root, 'responsedeclaration').find(
    one => one.attributes.get('identifier') === responseOf(choice),
  )
  const rights = rightsIn(declaration)
  const several = declaration?.attributes.get('cardinality') === 'multiple'
  const choices = allNamed(choice, 'simplechoice')
  if (choices.length > mostChoices || rights.size > mostChoices)
    return {
      ...foreignItem(number, said, noText, ''),
      faults: [fault('question-broken', { sign: `${choices.length}` })],
    }
  const question = questionIn(body, choice)
  const item = richItem({
    number,
    said,
    question,
    several: several && said.kind !== kindNames.truefalse,
    options: choices.map(node => ({
      rich: richText(xmlTokens(node.children, ['feedbackinline'])),
      right: rights.has(node.attributes.get('identifier') ?? ''),
    })),
    explanation: explanationIn(root),
  })
  const unknown = [...rights].find(key => !choices.some(node => node.attributes.get('identifier') === key))
  return unknown === undefined
    ? item
    : { ...item, faults: [...item.faults, fault('question-broken', { sign: unknown })] }
}

const responseOf = (choice: XmlNode): string => choice.attributes.get('responseidentifier') ?? 'RESPONSE'

const interactionsIn = (node: XmlNode): XmlNode[] =>
  elementsOf(node).flatMap(child => (child.name.endsWith('interaction') ? [child] : interactionsIn(child)))

/** The correct response; without one, what the mapping gives points for. */
function rightsIn(declaration: XmlNode | undefined): Set<string> {
  const correct = childNamed(declaration, 'correctresponse')
  if (correct) return new Set(childrenNamed(correct, 'value').map(value => textOf(value).trim()))
  const entries = declaration ? allNamed(declaration, 'mapentry') : []
  const worth = (entry: XmlNode) => Number(entry.attributes.get('mappedvalue') ?? 0)
  return new Set(entries.filter(entry => worth(entry) > 0).map(entry => entry.attributes.get('mapkey') ?? ''))
}

/** The prompt asks; what stands before it belongs to the question too. */
function questionIn(body: XmlNode, choice: XmlNode): RichText {
  const around = richText(xmlTokens(body.children, ['choiceinteraction', 'rubricblock']))
  const prompt = richText(xmlTokens(childNamed(choice, 'prompt')?.children ?? []))
  const joined = (locale: 'zh' | 'en') => [around.text[locale], prompt.text[locale]].filter(Boolean).join('\n')
  return {
    scenario: around.scenario,
    text: { zh: joined('zh'), en: joined('en') },
    media: [...around.media, ...prompt.media],
    lost: [...around.lost, ...prompt.lost],
  }
}

function explanationIn(root: XmlNode): RichText | null {
  const feedbacks = childrenNamed(root, 'modalfeedback')
  const node = feedbacks.find(one => one.attributes.get('identifier') === 'EXPLANATION') ?? feedbacks[0]
  return node ? richText(xmlTokens(node.children)) : null
}
